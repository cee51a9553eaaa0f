// The index of the edition: what is loaded of it, and the documents that a query or a facet finds.
//
// What is loaded are scripts that hand their data to searchData (see encoder/outputs/html/search): a page opened from a disk
// may load nothing else.
"use strict";

const SearchIndex = (() => {
  const { key, wanted, parse, single, decoded, isPaired } = SearchWords;
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
        const whole = terms.reduce((name, { word }) => name + (isPaired(word) && name.endsWith([...word][0]) ? [...word].slice(1).join("") : word), "");
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

  return { load, begin, ask, entries, documents, joined, day, all: () => index };
})();
