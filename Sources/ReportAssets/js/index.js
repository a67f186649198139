// The index: searching and sorting its table.
(() => {
  const body = $('#list tbody'), rows = [...body.rows], search = $('#q'), outlet = $('#outlet');
  const language = document.documentElement.lang;
  const plain = text => text.toLocaleLowerCase(language);
  const apply = () => {
    const wanted = plain(search.value.trim());
    let count = 0;
    for (const row of rows) {
      const isMatch = (!wanted || plain(row.textContent).includes(wanted)) && (!outlet.value || row.dataset.o === outlet.value);
      row.hidden = !isMatch;
      if (isMatch) count += 1;
    }
    say(`${$('#live').dataset.shown} ${count}`);
    $('#none').hidden = count > 0;
    changeAddress(address => {
      search.value ? address.searchParams.set('q', search.value) : address.searchParams.delete('q');
      outlet.value ? address.searchParams.set('outlet', outlet.value) : address.searchParams.delete('outlet');
    });
  };
  const asked = new URL(location.href).searchParams;
  search.value = asked.get('q') || '';
  outlet.value = asked.get('outlet') || '';
  search.addEventListener('input', apply);
  outlet.addEventListener('change', apply);
  if (search.value || outlet.value) apply();
  for (const heading of $$('#list th[data-sort]')) {
    const button = document.createElement('button');
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const column = heading.cellIndex, isUp = heading.getAttribute('aria-sort') !== 'ascending';
      $$('#list th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
      heading.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
      const value = row => row.cells[column].dataset.s ?? row.cells[column].textContent;
      rows.sort((a, b) => (isUp ? 1 : -1) * value(a).localeCompare(value(b), language, { numeric: true }));
      body.append(...rows);
    });
  }
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target === search) return;
    event.preventDefault();
    search.focus();
  });
})();
