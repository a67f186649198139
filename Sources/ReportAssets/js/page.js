'use strict';
// What both pages need.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const say = text => { $('#live').textContent = text; };
const changeAddress = change => {
  const address = new URL(location.href);
  change(address);
  try { history.replaceState(null, '', address); } catch { /* some browsers refuse on file:// */ }
};
// A claim has the same number in every language.
$$('.mast a[hreflang]').forEach(link => link.addEventListener('click', () => { link.hash = location.hash; }));
$$('[data-js-only]').forEach(element => { element.hidden = false; });
