// The audit page: walking through the claims, the filters, the keyboard.
// Never ask for layout (offsetParent, getClientRects, innerText) inside content-visibility:auto: each question lays out its block.
(() => {
  const remember = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* private windows */ } },
  };
  const claimOf = reference => reference.getAttribute('href').slice(2);
  const references = $$('.ref.f').sort((a, b) => claimOf(a) - claimOf(b));
  const filters = $$('input[data-filter]');
  const hidden = () => filters.filter(box => !box.checked).map(box => box.dataset.filter);
  const isShown = (element, without = hidden()) => !without.some(name => element.classList.contains(name));

  let at = -1, lit = [];
  const light = claim => {
    lit.forEach(element => element.classList.remove('on'));
    lit = claim ? $$(`[data-c="${claim}"]`) : [];
    lit.forEach(element => element.classList.add('on'));
  };
  const go = step => {
    const without = hidden();
    let index = at;
    do index += step; while (references[index] && !isShown(references[index], without));
    const reference = references[index];
    if (!reference) return;
    at = index;
    light(claimOf(reference));
    reference.focus({ preventScroll: true });
    reference.scrollIntoView({ block: 'center' });
    $('#pos').textContent = `${claimOf(reference)} / ${references.length}`;
    changeAddress(address => { address.hash = 't' + claimOf(reference); });
  };
  document.addEventListener('focusin', event => {
    const index = references.indexOf(event.target);
    if (index >= 0) { at = index; light(claimOf(references[index])); }
  });
  document.addEventListener('pointerover', event => {
    const element = event.target.closest?.('[data-c], .ref.f');
    if (element) light(element.dataset.c ?? claimOf(element));
  });
  $('#prev').addEventListener('click', () => go(-1));
  $('#next').addEventListener('click', () => go(1));

  // The style rules do the hiding; this keeps the address and the spoken count in step.
  const apply = () => {
    filters.forEach(box => document.body.classList.toggle('no-' + box.dataset.filter, !box.checked));
    const off = filters.filter(box => !box.checked).map(box => box.dataset.key);
    changeAddress(address => {
      off.length ? address.searchParams.set('hide', off.join(',')) : address.searchParams.delete('hide');
    });
    const without = hidden(), count = references.filter(element => isShown(element, without)).length;
    say(`${$('#live').dataset.shown} ${count}`);
    $('#none').hidden = count > 0;
  };
  const showAll = () => { filters.forEach(box => { box.checked = true; }); apply(); };
  const asked = new Set((new URL(location.href).searchParams.get('hide') || '').split(','));
  filters.forEach(box => {
    box.checked = !asked.has(box.dataset.key);
    box.addEventListener('change', apply);
  });
  if (filters.some(box => !box.checked)) apply();
  // A claim or paragraph of another part of a long audit is on the last page that begins before it.
  const goToPart = () => {
    const [, kind, number] = location.hash.match(/^#([ktp])(\d+)$/) ?? [];
    const begin = kind === 'p' ? 'block' : 'claim';
    const page = kind && $$(`nav a[data-${begin}]`).filter(link => link.dataset[begin] <= +number).pop();
    if (page && !page.hasAttribute('aria-current')) location.replace(page.href + location.hash);
  };
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && !isShown(target)) { showAll(); target.scrollIntoView(); }
    if (location.hash && !target) goToPart();
  };
  addEventListener('hashchange', reveal);
  reveal();
  $('#all').addEventListener('click', showAll);
  const panel = $('.filt');
  if (matchMedia('(max-width: 62rem)').matches && !filters.some(box => !box.checked)) panel.open = false;
  $('#hl').addEventListener('change', event => document.body.classList.toggle('nohl', !event.target.checked));

  // Single-letter shortcuts can be switched off (WCAG 2.1.4).
  const keysOn = $('#keys'), help = $('#help');
  keysOn.checked = remember.get('keys') !== '0';
  keysOn.addEventListener('change', () => remember.set('keys', keysOn.checked ? '1' : '0'));
  $('#helpb').addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keysOn.checked || help.open) return;
    const act = {
      j: () => go(1), k: () => go(-1), u: () => { location.href = $('#up').href; }, '?': () => help.showModal(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
})();
