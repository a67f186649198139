// Computes the page's hashes again from the file alone, by the rules of Seal.swift and AuditFile.swift.
(() => {
  const list = $('#checks');
  const sha256 = async text => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  };
  const strings = function* (value) {
    if (typeof value === 'string') yield value;
    else if (value && typeof value === 'object') for (const part of Object.values(value)) yield* strings(part);
  };
  const tell = (name, passed) => {
    const result = $(`[data-check=${name}] b`, list);
    if (!result) return;
    result.textContent = (passed ? '✓ ' : '✕ ') + (passed ? list.dataset.passed : list.dataset.failed);
    result.className = passed ? 't-right' : 't-wrong';
  };
  $('#compute').addEventListener('click', async () => {
    if (!globalThis.crypto?.subtle) { say(list.dataset.unable); list.textContent = list.dataset.unable; return; }
    const dossiers = $('section[aria-labelledby=dossiers]');
    let events = [], parsed = [];
    try {
      events = JSON.parse($('#events')?.textContent ?? '[]');
      parsed = events.map(event => JSON.parse(event));
    } catch { parsed = []; }
    const names = await Promise.all(events.map(sha256)), known = new Set(names);
    const told = new Set(parsed.flatMap(event => [...strings(event)]));
    tell('events', parsed.length === events.length
      && $$('[data-ev]', dossiers).every(element => known.has(element.dataset.ev))
      && parsed.every(event => (event.parents ?? []).every(parent => known.has(parent))));
    tell('told', $$('[data-told]', dossiers).every(element => told.has(element.textContent)));
    const parts = [$('.brief'), $('.art'), dossiers].map(part => part.textContent);
    const seal = await sha256([...parts, ...names].map(part => part + '\n').join(''));
    tell('seal', seal === $('meta[name=tilik-seal]').content);
    say($$('b', list).map(result => result.textContent).join(', '));
  });
})();
