// Search without a server. What it loads are scripts that hand their data to searchData (see encoder/outputs/html/search):
// a page opened from a disk may load nothing else. All words it shows stand in the page, as data-… of the form.
"use strict";

(() => {
  const PAGE = 10; // documents shown at once
  const LOOKED_AT = 16; // leaves looked into for a phrase before the reader is asked
  const SHARDS = 10; // words of other forms of names are looked up as long as no more shards than this are loaded

  // Scripts with data, each loaded once.
  const handed = new Map();
  const loading = new Map();
  let seal = "";
  window.searchData = (path, value) => handed.set(path, value);
  const load = (path) => {
    if (!loading.has(path)) {
      loading.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `search/${path.split("/").map(encodeURIComponent).join("/")}.js${seal && `?${seal}`}`;
        script.onload = () => { script.remove(); resolve(handed.get(path)); };
        script.onerror = () => { script.remove(); loading.delete(path); reject(new Error(path)); };
        document.head.append(script);
      }));
    }
    return loading.get(path);
  };

  // Words: the same as encoder/outputs/html/search/words.py.
  const WORD = /[\p{L}\p{N}]+/gu;
  const APOSTROPHE = /['’ʼ‘`ʹ](?<=[\p{L}\p{N}].)(?:s(?![\p{L}\p{N}])|(?=[\p{L}\p{N}]))/gu;
  const PAIRED = /[\u1100-\u11ff\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const folded = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase().replace(APOSTROPHE, "");
  const key = (text) => (folded(text).match(WORD) || []).join("");
  const words = (text) => (folded(text).match(WORD) || []).flatMap(parts);
  const parts = (word) => {
    if (!PAIRED.test(word)) return [word];
    const signs = [...word];
    const found = [];
    for (let at = 0, begin = 0; at <= signs.length; at += 1) {
      const paired = at < signs.length && PAIRED.test(signs[at]);
      if (!paired && at < signs.length) continue;
      if (at > begin) found.push(signs.slice(begin, at).join(""));
      if (paired) found.push(signs[at] + (at + 1 < signs.length && PAIRED.test(signs[at + 1]) ? signs[at + 1] : ""));
      begin = at + 1;
    }
    return found;
  };

  // Words as they stand in a text: each with its place.
  const tokens = (text) => {
    const found = [];
    for (const { 0: raw, index } of text.matchAll(/[\p{L}\p{N}\p{M}](?:['’ʼ‘`ʹ]?[\p{L}\p{N}\p{M}])*/gu)) {
      if (!PAIRED.test(raw)) {
        for (const word of words(raw)) found.push({ word, start: index, end: index + raw.length });
        continue;
      }
      const signs = [...raw];
      let at = index;
      for (let i = 0, begin = 0, from = index; i <= signs.length; i += 1) {
        const paired = i < signs.length && PAIRED.test(signs[i]);
        if (i === signs.length || paired) {
          for (const word of words(signs.slice(begin, i).join(""))) found.push({ word, start: from, end: at });
          begin = i + 1;
        }
        if (paired) {
          const next = i + 1 < signs.length && PAIRED.test(signs[i + 1]) ? signs[i + 1] : "";
          found.push({ word: folded(signs[i] + next), start: at, end: at + signs[i].length });
          from = at + signs[i].length;
        }
        at += (signs[i] || "").length;
      }
    }
    return found;
  };

  // What is asked for: {word, prefix}; a single Chinese, Japanese or Korean sign is the beginning of a pair.
  const wanted = (text, prefix = false) => {
    const all = words(text);
    const kept = all.filter((word, at) => !(at > 0 && single(word) && PAIRED.test(all[at - 1]) && !single(all[at - 1])));
    return kept.map((word, at) => ({ word, prefix: single(word) || (prefix && at === kept.length - 1) }));
  };
  const single = (word) => [...word].length === 1 && PAIRED.test(word);

  // A query: runs of words, phrases, and both with a minus.
  const parse = (query) => {
    const runs = [];
    let run = null;
    for (const [, minus, phrase, open, bare] of query.matchAll(/(-?)(?:["“”„«]([^"“”«»]+)(["“”»]|$)|(\S+))/gu)) {
      const found = phrase === undefined ? wanted(bare, bare.endsWith("*")) : wanted(phrase);
      if (!found.length) continue;
      if (phrase === undefined && !minus) {
        if (!run) runs.push(run = { words: [], not: false, phrase: false });
        run.words.push(...found);
      } else {
        runs.push({ words: found, not: Boolean(minus), phrase: phrase !== undefined && found.length > 1 });
        run = null;
      }
    }
    return runs;
  };

  // The index.
  let index = null;
  const begin = async () => {
    if (index) return;
    index = await load("index");
    seal = index.seal;
    index.last = new Uint32Array(index.documents); // the last leaf of each document
    index.of = []; // the document of each leaf
    const long = new Map(index.long);
    for (let number = 0; number < index.documents; number += 1) {
      for (let leaf = long.get(number) || 1; leaf > 0; leaf -= 1) index.of.push(number);
      index.last[number] = index.of.length - 1;
    }
    index.facets = [];
    const numbers = decoded(index.facts);
    for (let at = 0, day = 0; at < numbers.length; at += 4) {
      const [distance, length, kind, archive] = numbers.slice(at, at + 4);
      day += distance % 2 ? -(distance + 1) / 2 : distance / 2;
      index.facets.push({ first: length ? day : 0, last: length ? day + length - 1 : 0, kind, archive });
    }
  };

  // Numbers as encoder/outputs/html/search/digits.py writes them.
  const SIGNS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((sign) => !"\"\\".includes(sign));
  const DIGIT = new Map(SIGNS.map((sign, at) => [sign, at]));
  const HALF = SIGNS.length / 2;
  const decoded = (text) => {
    const numbers = [];
    let number = 0, weight = 1;
    for (const sign of text) {
      const digit = DIGIT.get(sign);
      if (digit < HALF) {
        numbers.push(number + digit * weight);
        number = 0;
        weight = 1;
      } else {
        number += (digit - HALF) * weight;
        weight *= HALF;
      }
    }
    return numbers;
  };

  // Rows of the shards that may have a word. Python sorts by code points; so does this.
  const before = (one, other) => {
    const [a, b] = [[...one], [...other]];
    for (let at = 0; at < a.length && at < b.length; at += 1) {
      if (a[at] !== b[at]) return a[at].codePointAt(0) - b[at].codePointAt(0);
    }
    return a.length - b.length;
  };
  const place = (starts, word) => {
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(starts[middle], word) <= 0) low = middle + 1; else high = middle;
    }
    return low - 1;
  };
  const shards = (kind, word, prefix) => {
    const first = Math.max(place(index[kind], word), 0);
    const last = prefix ? Math.max(place(index[kind], `${word}\u{10ffff}`), first) : first;
    return Array.from({ length: Math.min(last - first + 1, 4, index[kind].length) }, (_, at) => first + at);
  };
  const rows = async (kind, number) => {
    const text = await load(`${kind}/${number}`);
    if (typeof text !== "string") return text;
    const made = new Map(text.split("\n").map((row) => [row.slice(0, row.indexOf("\t")), row.slice(row.indexOf("\t") + 1)]));
    loading.set(`${kind}/${number}`, Promise.resolve(made));
    return made;
  };
  const find = async (kind, word, prefix = false) => {
    const found = await Promise.all(shards(kind, word, prefix).map((number) => rows(kind, number)));
    if (!prefix) return found.map((shard) => shard.get(word)).filter((row) => row !== undefined);
    return found.flatMap((shard) => [...shard].filter(([other]) => other.startsWith(word)).map(([, row]) => row));
  };

  // Hits: document → {score, leaves}.
  const hits = async ({ word, prefix }) => {
    const found = new Map();
    const all = await find("words", word, prefix);
    for (const row of all) {
      let leaf = -1;
      const postings = decoded(row);
      const rare = Math.log(1 + (index.of.length - postings.length + 0.5) / (postings.length + 0.5));
      for (const posting of postings) {
        leaf += 1 + (posting >> 3);
        const score = (posting & 7) * rare;
        const known = found.get(index.of[leaf]);
        if (!known) found.set(index.of[leaf], { score, leaves: new Map([[leaf, score]]) });
        else {
          known.score = Math.max(known.score, score);
          known.leaves.set(leaf, Math.max(score, known.leaves.get(leaf) || 0));
        }
      }
    }
    return found;
  };
  const both = (one, other) => {
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    const found = new Map();
    for (const [number, hit] of few) {
      const second = many.get(number);
      if (second) found.set(number, joined(hit, second, hit.score + second.score));
    }
    return found;
  };
  const either = (one, other) => {
    const found = new Map(one);
    for (const [number, hit] of other) {
      const known = found.get(number);
      found.set(number, known ? joined(known, hit, Math.max(known.score, hit.score)) : hit);
    }
    return found;
  };
  const joined = (one, other, score) => {
    const leaves = new Map(one.leaves);
    for (const [leaf, weight] of other.leaves) leaves.set(leaf, weight + (leaves.get(leaf) || 0));
    return { score, leaves };
  };
  const all = async (terms) => {
    const found = await Promise.all(terms.map(hits));
    return found.reduce(both);
  };

  // The clauses of a run of words: names and words that have other forms, each with those; and all other words.
  const clauses = async (run, withForms) => {
    const made = [];
    for (let at = 0; at < run.words.length;) {
      let found = null;
      for (let end = Math.min(run.words.length, at + 6); withForms && end > at && !found; end -= 1) {
        const terms = run.words.slice(at, end);
        if (terms.some((term) => term.prefix && !single(term.word))) continue;
        const whole = terms.reduce((name, { word }) => name + (PAIRED.test(word) && name.endsWith([...word][0]) ? [...word].slice(1).join("") : word), "");
        const [row] = await find("forms", whole);
        if (row === undefined) continue;
        const [entries, ...forms] = row.split("\t");
        found = { terms, entries: entries ? entries.split(" ") : [], forms };
      }
      made.push(found || { terms: [run.words[at]], entries: [], forms: [] });
      at += (found ? found.terms.length : 1);
    }
    return made;
  };
  const evaluate = async (clause) => {
    let found = await all(clause.terms);
    for (const entry of clause.entries) found = either(found, await hits({ word: `@${entry}`, prefix: false }));
    for (const form of clause.forms) {
      const terms = wanted(form);
      const needed = new Set(terms.flatMap(({ word, prefix }) => shards("words", word, prefix)).map((number) => `words/${number}`));
      const loaded = [...loading.keys()].filter((path) => path.startsWith("words/"));
      if (!terms.length || new Set([...needed, ...loaded]).size > SHARDS) continue;
      found = either(found, await all(terms));
    }
    return found;
  };

  // A whole query: the documents, how they were found, and the phrases that are still to be looked for in the texts.
  const ask = async (query, withForms) => {
    const asked = { clauses: [], phrases: [], found: null };
    const without = [];
    for (const run of parse(query)) {
      if (run.not) without.push(run);
      else if (run.phrase) {
        asked.phrases.push(run.words);
        asked.clauses.push({ terms: run.words, entries: [], forms: [], phrase: true });
      } else asked.clauses.push(...await clauses(run, withForms));
    }
    for (const clause of asked.clauses) {
      const found = await evaluate(clause);
      asked.found = asked.found ? both(asked.found, found) : found;
    }
    if (!asked.found) {
      asked.found = new Map(index.facets.map((_, number) => [number, { score: 0, leaves: new Map() }]));
      asked.everything = true;
    }
    for (const run of without) {
      for (const number of (await all(run.words)).keys()) asked.found.delete(number);
    }
    return asked;
  };

  // Facets.
  const DAY = 86400000;
  const ORDINAL = 719163; // 1970-01-01, counted from the year 1
  const day = (text, last) => {
    const match = /^\s*(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?\s*$/.exec(text);
    if (!match) return null;
    const [year, month, date] = [Number(match[1]), match[2] && Number(match[2]), match[3] && Number(match[3])];
    const time = new Date(0);
    if (last && !date) time.setUTCFullYear(year, month || 12, 0);
    else time.setUTCFullYear(year, (month || 1) - 1, date || 1);
    return Math.round(time.getTime() / DAY) + ORDINAL;
  };
  const entries = async (register, name) => {
    const whole = key(name);
    return (await load(register)).filter(([, ...forms]) => forms.some((form) => key(form) === whole)).map(([entry]) => entry);
  };
  const documents = async (found) => {
    let numbers = new Map();
    for (const entry of found) numbers = either(numbers, await hits({ word: `@${entry}`, prefix: false }));
    return numbers;
  };

  // Sentences.
  const sequences = (asked) => asked.clauses.flatMap(({ terms, forms, phrase }, clause) => [
    ...(forms.length || phrase ? [{ clause, terms }] : terms.map((term) => ({ clause, terms: [term] }))),
    ...forms.map((form) => ({ clause, terms: wanted(form) })),
    ...(forms.length && !phrase ? terms.map((term) => ({ clause, terms: [term], weak: true })) : []),
  ]);
  const matches = (found, sought) => {
    const marks = [];
    for (let at = 0; at < found.length; at += 1) {
      for (const { clause, terms, weak } of sought) {
        const fits = terms.length && terms.every(({ word, prefix }, next) => {
          const token = found[at + next];
          return token && (token.word === word || (prefix && token.word.startsWith(word)));
        });
        if (fits) {
          const last = found[at + terms.length - 1];
          const pair = PAIRED.test(last.word) && [...terms[terms.length - 1].word].length > 1 && found[at + terms.length];
          marks.push({ clause, weak, start: found[at].start, end: pair ? pair.end : last.end });
        }
      }
    }
    return marks;
  };
  const sentences = (text, language) => {
    if (typeof Intl.Segmenter === "function") {
      try {
        return [...new Intl.Segmenter(language || undefined, { granularity: "sentence" }).segment(text)]
          .map(({ index: start, segment }) => [start, start + segment.length]);
      } catch { /* a language tag that the browser does not take */ }
    }
    return [...text.matchAll(/[^.!?。！？]+[.!?。！？]*["”’»)\]]*\s*/gu)].map((one) => [one.index, one.index + one[0].length]);
  };
  // The best passages of a leaf: [target, text, start, end, marks].
  const excerpts = (leaves, asked, picked) => {
    const sought = sequences(asked);
    const named = new Set([...asked.clauses.flatMap((clause) => clause.entries), ...picked]);
    const found = [];
    for (const [, , , language, passages] of leaves) {
      for (const [target, text, ...references] of passages) {
        let marks = matches(tokens(text), sought);
        if (marks.some(({ weak }) => !weak)) marks = marks.filter(({ weak }) => !weak);
        const names = references.some((one) => named.has(one.replace(/^.*\//, "").replace(".xml#", "#")));
        if (!marks.length && !names) continue;
        const value = new Set(marks.map(({ clause }) => clause)).size + (names ? 0.5 : 0) - (marks.every(({ weak }) => weak) ? 0.6 : 0);
        const spans = sentences(text, language);
        const [start, end] = spans.find(([, stop]) => marks.length && marks[0].start < stop) || spans[0] || [0, text.length];
        found.push({ value, target, text, start, end, language, marks: marks.filter((mark) => mark.start < end), order: found.length });
      }
    }
    if (!found.length && asked.everything) {
      for (const [, , , language, passages] of leaves.slice(0, 1)) {
        for (const [target, text] of passages.slice(0, 1)) {
          const [[start, end]] = [...sentences(text, language), [0, text.length]];
          found.push({ value: 0, target, text, start, end, language, marks: [], order: 0 });
        }
      }
    }
    return found.sort((a, b) => b.value - a.value || a.order - b.order).slice(0, 3).sort((a, b) => a.order - b.order);
  };

  // The page.
  const element = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) if (value) made.setAttribute(attribute, value);
    made.append(...content);
    return made;
  };
  const LONG = 320; // signs of an excerpt
  const shown = ({ target, text, start, end, language, marks }, id) => {
    let from = start, to = end;
    if (to - from > LONG) {
      const first = marks.length ? marks[0].start : from;
      from = Math.max(start, first - LONG / 3);
      to = Math.min(end, from + LONG);
      while (from > start && !/\s/.test(text[from - 1]) && first - from < LONG / 2) from -= 1;
      while (to < end && !/\s/.test(text[to]) && to - from < LONG * 1.2) to += 1;
    }
    const link = element("a", { href: `${encodeURIComponent(id)}.html${target && `#${encodeURIComponent(target)}`}`, lang: language });
    if (from > start) link.append("… ");
    let at = from;
    for (const mark of marks.filter((one) => one.end <= to).sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (mark.start < at) {
        if (mark.end > at && link.lastChild && link.lastChild.nodeName === "MARK") {
          link.lastChild.append(text.slice(at, mark.end));
          at = mark.end;
        }
        continue;
      }
      link.append(text.slice(at, mark.start), element("mark", {}, text.slice(mark.start, mark.end)));
      at = mark.end;
    }
    link.append(text.slice(at, to).trimEnd());
    if (to < end) link.append(" …");
    return element("li", {}, link);
  };
  const result = ({ id, leaves, excerpts: found }) => {
    const [title, date, reference, language] = leaves[0];
    return element("li", {},
      element("h3", {}, element("a", { href: `${encodeURIComponent(id)}.html`, lang: language }, title || id)),
      element("p", { class: "reference", lang: language }, [date, reference].filter(Boolean).join(" · ")),
      element("ul", {}, ...found.map((one) => shown(one, id))));
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("edition-search");
    if (!form) return;
    const field = (name) => form.elements.namedItem(name);
    const status = document.getElementById("edition-search-status");
    const list = document.getElementById("edition-search-results");
    const more = document.getElementById("edition-search-more");
    const also = document.getElementById("edition-search-also");
    const say = (name, filled = {}) =>
      form.dataset[name].replace(/\{([a-z]+)\}/g, (_, word) => (word in filled ? filled[word] : ""));
    const NAMES = ["q", "from", "to", "person", "place", "archive", "kind", "sort"];

    const remember = () => {
      const state = new URLSearchParams();
      for (const name of NAMES) if (field(name).value && field(name).value !== field(name).dataset.usual) state.set(name, field(name).value);
      if (!field("forms").checked) state.set("forms", "no");
      try { history.replaceState(null, "", `${location.pathname}${state.size || state.toString() ? `?${state}` : ""}`); } catch { /* not linkable */ }
    };
    const recall = () => {
      const state = new URLSearchParams(location.search);
      for (const name of NAMES) if (state.get(name)) field(name).value = state.get(name);
      field("forms").checked = state.get("forms") !== "no";
      return [...state.keys()].length > 0;
    };

    // The kinds and archives that there are; the labels of the known kinds stand in the page.
    const options = () => {
      const labels = new Map([...field("kind").options].map((option) => [option.value, option.text]));
      for (const [name, values] of [["kind", index.kinds], ["archive", index.archives]]) {
        const select = field(name);
        const before = new URLSearchParams(location.search).get(name);
        select.replaceChildren(select.options[0], ...values.map((value, number) => [value, number])
          .sort(([a], [b]) => (a ? 0 : 1) - (b ? 0 : 1) || (labels.get(a) || a).localeCompare(labels.get(b) || b))
          .map(([value, number]) => {
            const option = element("option", { value: value || "-" }, (name === "kind" && labels.get(value)) || value || say("unknown"));
            option.dataset.number = number;
            option.dataset.label = option.text;
            return option;
          }));
        if (before) select.value = before;
        if (select.selectedIndex < 0) select.selectedIndex = 0;
      }
    };
    const names = (register, id) => async () => {
      const datalist = document.getElementById(id);
      if (datalist.children.length) return;
      for (const [, main, ...forms] of await load(register)) {
        datalist.append(element("option", { value: main, label: [main, ...forms].join(", ") }));
      }
    };
    field("person").addEventListener("focus", names("persons", "edition-search-persons"));
    field("place").addEventListener("focus", names("places", "edition-search-places"));

    // Documents that fit all facets but the one that is left out.
    const narrowed = async (found) => {
      const [from, to] = [day(field("from").value, false), day(field("to").value, true)];
      for (const [name, value] of [["from", from], ["to", to]]) {
        const wrong = field(name).value.trim() !== "" && value === null;
        field(name).setAttribute("aria-invalid", String(wrong));
        field(name).setCustomValidity(wrong ? say("date") : "");
      }
      let numbers = [...found.keys()];
      const picked = [];
      for (const [name, register] of [["person", "persons"], ["place", "places"]]) {
        const value = field(name).value.trim();
        field(name).setAttribute("aria-invalid", "false");
        if (!value) continue;
        const known = await entries(register, value);
        if (!known.length) {
          field(name).setAttribute("aria-invalid", "true");
          return { numbers: [], picked, unknown: value };
        }
        picked.push(...known);
        const named = await documents(known);
        numbers = numbers.filter((number) => named.has(number));
        for (const number of numbers) {
          const hit = found.get(number);
          found.set(number, joined(hit, { leaves: [...named.get(number).leaves].map(([leaf]) => [leaf, 0.001]) }, hit.score));
        }
      }
      numbers = numbers.filter((number) => {
        const { first, last } = index.facets[number];
        return (from === null || (last && last >= from)) && (to === null || (first && first <= to));
      });
      const chosen = Object.fromEntries(["kind", "archive"].map((name) =>
        [name, field(name).selectedIndex > 0 ? Number(field(name).selectedOptions[0].dataset.number) : null]));
      for (const name of ["kind", "archive"]) {
        const other = name === "kind" ? "archive" : "kind";
        const counts = new Map();
        for (const number of numbers) {
          const facets = index.facets[number];
          if (chosen[other] === null || facets[other] === chosen[other]) counts.set(facets[name], (counts.get(facets[name]) || 0) + 1);
        }
        for (const option of [...field(name).options].slice(1)) {
          option.text = say("counted", { name: option.dataset.label, n: counts.get(Number(option.dataset.number)) || 0 });
        }
      }
      numbers = numbers.filter((number) => ["kind", "archive"].every((name) =>
        chosen[name] === null || index.facets[number][name] === chosen[name]));
      return { numbers, picked };
    };

    // Where to go on, and what is to be shown.
    let asking = 0;
    const show = async (state, focus) => {
      const mine = asking;
      const made = [];
      let looked = 0;
      while (state.next < state.numbers.length && made.length < PAGE && looked < LOOKED_AT) {
        const batch = state.numbers.slice(state.next, state.next + PAGE - made.length);
        state.next += batch.length;
        looked += batch.length;
        const read = await Promise.all(batch.map(async (number) => {
          const id = (await load(`ids/${number >> 6}`))[number & 63];
          const best = [...state.asked.found.get(number).leaves].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 2).map(([leaf]) => leaf);
          const first = number ? index.last[number - 1] + 1 : 0;
          const leaves = await Promise.all((best.length ? best.sort((a, b) => a - b) : [first]).map((leaf) => load(`${leaf - first}/${id}`)));
          return { id, leaves };
        }));
        if (mine !== asking) return;
        for (const one of read) {
          const texts = one.leaves.flatMap((leaf) => leaf[4].map(([, text]) => tokens(text)).concat([tokens(leaf[0])]));
          const holds = state.asked.phrases.every((terms) => texts.some((found) => matches(found, [{ terms }]).length));
          if (holds) made.push(result({ ...one, excerpts: excerpts(one.leaves, state.asked, state.picked) }));
        }
      }
      state.shown += made.length;
      list.append(...made);
      const left = state.numbers.length - state.next;
      const count = state.asked.phrases.length && left ? "some" : ["none", "one"][state.asked.phrases.length ? state.shown : state.numbers.length] || "many";
      status.textContent = say(count, { n: state.asked.phrases.length ? state.shown : state.numbers.length, left });
      more.hidden = left <= 0;
      if (focus && made.length) made[0].querySelector("a").focus();
    };

    let state = null;
    const search = async () => {
      const mine = asking += 1;
      remember();
      try {
        await begin();
        const query = field("q").value;
        const answer = await ask(query, field("forms").checked);
        const { numbers, picked, unknown } = await narrowed(answer.found);
        if (mine !== asking) return;
        const order = (number) => answer.found.get(number).score;
        if (field("sort").value === "date" || answer.everything) numbers.sort((a, b) => a - b);
        else numbers.sort((a, b) => order(b) - order(a) || a - b);
        const forms = [...new Set(answer.clauses.flatMap((clause) => clause.forms))];
        also.textContent = forms.length ? say("also", { forms: forms.join(" · ") }) : "";
        list.replaceChildren();
        state = { asked: answer, numbers, picked, next: 0, shown: 0 };
        await show(state, false);
        if (unknown && mine === asking) status.textContent = say("nobody", { name: unknown });
      } catch (error) {
        if (mine === asking) status.textContent = say("failed", { file: error.message });
      }
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
    form.addEventListener("change", (event) => { if (event.target !== field("q")) search(); });
    form.addEventListener("reset", () => setTimeout(() => { list.replaceChildren(); status.textContent = also.textContent = ""; more.hidden = true; remember(); }));
    more.addEventListener("click", () => show(state, true));

    document.getElementById("edition-search-without").hidden = true;
    form.hidden = false;
    begin().then(() => {
      options();
      if (recall()) search();
    }).catch((error) => { status.textContent = say("failed", { file: error.message }); });
    recall();
    field("q").focus();
  });

  // For tests, which compare them with the functions that make the index.
  window.searchWords = { words, key, tokens, decoded };
})();
