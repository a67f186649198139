// The list of claims: a search over all of them, also those on its other pages.
(() => {
  const list = $('#register'), here = [...list.children], pages = $('#pages'), search = $('#q'), most = 200;
  const { articles, verdicts, claims } = JSON.parse($('#claims').textContent);
  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
  const make = (name, text, properties = {}) => Object.assign(document.createElement(name), { textContent: text }, properties);
  const item = ([article, place, verdict, quote, speaker]) => {
    const [tone, label] = verdicts[verdict], line = document.createElement('li'), small = document.createElement('small');
    if (speaker) small.append(make('bdi', speaker), ' · ');
    small.append(make('bdi', articles[article]));
    line.append(make('a', label, { className: `kref ${tone}`, href: place }), ' ', make('q', quote, { dir: 'auto' }), small);
    return line;
  };
  let texts;
  const apply = () => {
    const words = plain(search.value).split(/\s+/).filter(word => word);
    texts ??= claims.map(([article, , verdict, quote, speaker]) =>
      plain([quote, speaker, articles[article], verdicts[verdict][1]].join(' ')));
    const found = words.length ? claims.filter((_, number) => words.every(word => texts[number].includes(word))) : claims;
    list.replaceChildren(...(words.length ? found.slice(0, most).map(item) : here));
    if (pages) pages.hidden = words.length > 0;
    $('#none').hidden = found.length > 0;
    say(`${$('#live').dataset.shown} ${found.length}`);
    changeAddress(address => {
      search.value ? address.searchParams.set('q', search.value) : address.searchParams.delete('q');
    });
  };
  search.value = new URL(location.href).searchParams.get('q') || '';
  search.addEventListener('input', apply);
  if (search.value) apply();
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target === search) return;
    event.preventDefault();
    search.focus();
  });
})();
