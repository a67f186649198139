// Computes the page's hashes again from the file alone, by the rules of Seal.swift, CarriedEvents.swift and AuditFile.swift.
(() => {
  const list = $('#checks'), utf8 = new TextEncoder();
  const digest = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const unhex = text => new Uint8Array(text.match(/../g).map(byte => parseInt(byte, 16)));
  const sha256 = async text => hex(await digest(utf8.encode(text)));
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

  // The words and, of each element, the attributes whose effect a reader sees. "on" is this page's own doing.
  const sealed = (element, told = []) => {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) told.push(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE || node.matches('.bar, .verify')) continue;
      const values = ['class', 'datetime', 'href', 'id'].map(name => node.getAttribute(name) ?? '');
      values[0] = values[0].replace(/ on$/, '');
      told.push(`<${values.join('|')}>`);
      sealed(node, told);
    }
    return told;
  };

  // The events in their canonical text, as which JSON.stringify writes them; 0 stands for the event before.
  const readEvents = async () => {
    const events = JSON.parse($('#events')?.textContent ?? '[]');
    let name;
    for (const event of events) {
      if (event.parents === 0) event.parents = [name];
      name = await sha256(JSON.stringify(event));
      event.name = name;
    }
    return events;
  };

  const article = async events => {
    const copy = $('.art').cloneNode(true);
    copy.querySelectorAll('.pn, .notes, .ref').forEach(element => element.remove());
    const hash = await sha256(copy.textContent), places = new Map();
    for (const event of events) if (event.body?.document && event.body.quote) places.set(event.claim, event.body.document);
    return places.size > 0 && [...places.values()].every(document => hash.startsWith(document));
  };

  const histories = events => {
    const names = new Set(events.map(event => event.name)), beginnings = new Set(events.map(event => event.name.slice(0, 12)));
    return $$('.claim .tl code').every(element => beginnings.has(element.textContent))
      && events.every(event => (event.parents ?? []).every(parent => names.has(parent)));
  };

  const dossiers = events => {
    const told = new Map();
    for (const event of events) {
      if (!told.has(event.claim)) told.set(event.claim, []);
      told.get(event.claim).push({ rating: event.body?.rating, strings: new Set(strings(event)) });
    }
    return $$('.claim').every(claim => {
      const known = told.get($('.cn', claim).textContent) ?? [], verdict = $('.vd', claim).dataset.rating;
      const why = $('.find', claim)?.textContent;
      return $$('[data-told]', claim).every(element => known.some(event => event.strings.has(element.textContent)))
        && (!verdict || known.some(event => event.rating === verdict && (!why || event.strings.has(why))));
    });
  };

  // RFC 9162, section 2.1.3.2, for the latest event of each claim.
  const inLedger = async events => {
    const { checkpoint, hashes, proofs } = JSON.parse($('#proofs').textContent);
    const [, size, root] = checkpoint.split('\n'), ways = new Map(proofs.map(([name, ...way]) => [name, way]));
    const parents = new Set(events.flatMap(event => event.parents));
    for (const { name } of events.filter(event => !parents.has(event.name))) {
      if (!ways.has(name)) return false;
      const [index, ...way] = ways.get(name);
      let at = index, last = size - 1, hash = await digest(new Uint8Array([0, ...unhex(name)]));
      for (const place of way) {
        if (last === 0) return false;
        const beside = unhex(hashes[place]), isRight = at % 2 === 1 || at === last;
        hash = await digest(new Uint8Array([1, ...(isRight ? [...beside, ...hash] : [...hash, ...beside])]));
        while (isRight && at % 2 === 0 && at > 0) { at = Math.floor(at / 2); last = Math.floor(last / 2); }
        at = Math.floor(at / 2); last = Math.floor(last / 2);
      }
      if (last !== 0 || btoa(String.fromCharCode(...hash)) !== root) return false;
    }
    return checkpoint === $('.trail .signed').textContent;
  };

  const sure = async check => { try { return await check(); } catch { return false; } };
  $('#compute').addEventListener('click', async () => {
    if (!globalThis.crypto?.subtle) { say(list.dataset.unable); list.textContent = list.dataset.unable; return; }
    let events = [];
    try { events = await readEvents(); } catch { events = []; }
    const hasEvents = events.length > 0;
    tell('seal', await sure(async () => await sha256(
      sealed($('main')).join('') + events.map(event => '\n' + event.name).join('')) === $('meta[name=tilik-seal]').content));
    tell('text', await sure(() => article(events)));
    tell('events', hasEvents && await sure(() => histories(events)));
    tell('told', hasEvents && await sure(() => dossiers(events)));
    tell('proofs', hasEvents && await sure(() => inLedger(events)));
    list.dataset.done = 'done';
    say($$('b', list).map(result => result.textContent).join(', '));
  });
})();
