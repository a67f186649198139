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
    result.className = passed ? 't1' : 't5';
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

  // What a dossier tells in words that have to stand in an event.
  const told = claim => $$('blockquote p:not(:has(span)), blockquote span, .find, q[class=ex]', claim)
    .map(element => element.textContent).filter(words => words);

  // The events in their canonical text, as which JSON.stringify writes them; how they are packed stands in PackedEvents.swift.
  const readEvents = async () => {
    const { shapes, shared, claims } = JSON.parse($('#events')?.textContent ?? '{"claims":[]}');
    const dossiers = $$('.claim'), events = [];
    let moment = 0;
    const unpack = ([shape, time, ...values], words, parent) => {
      const next = () => {
        const value = values.shift();
        return typeof value !== 'number' ? value : value < 0 ? words[-1 - value] : shared[value];
      };
      const fill = part => part === null ? next() : typeof part !== 'object' ? part : Array.isArray(part) ? part.map(fill)
        : Object.fromEntries(Object.entries(part).map(([name, value]) => [name, fill(value)]));
      const event = fill(shapes[shape]);
      moment += time;
      if (event.claim === 0) event.claim = words[0];
      if (event.parents === 0) event.parents = [parent];
      event.time = new Date(moment * 1000).toISOString().replace('.000', '');
      return JSON.stringify(event);
    };
    for (const [place, rows] of claims.entries()) {
      const words = [$('dl code', dossiers[place]).textContent, ...told(dossiers[place])];
      let name;
      for (const row of rows) {
        const text = typeof row === 'string' ? row : unpack(row, words, name);
        name = await sha256(text);
        events.push({ ...JSON.parse(text), name });
      }
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
    const known = new Map(), ratings = new Map();
    for (const box of $$('[data-key^=v-]')) ratings.set(box.dataset.filter, box.dataset.key.slice(2));
    for (const event of events) {
      if (!known.has(event.claim)) known.set(event.claim, []);
      known.get(event.claim).push({ rating: event.body?.rating, strings: new Set(strings(event)) });
    }
    return $$('.claim').every(claim => {
      const its = known.get($('dl code', claim).textContent) ?? [], why = $('.find', claim)?.textContent;
      const verdict = [...claim.classList].map(name => ratings.get(name)).find(rating => rating);
      return told(claim).every(words => its.some(event => event.strings.has(words)))
        && (!verdict || its.some(event => event.rating === verdict && (!why || event.strings.has(why))));
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
