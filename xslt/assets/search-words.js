// The words of a text and of a query, and the numbers of the index. Everything here is a function of its arguments; the
// first three are the same as in encoder/outputs/html/search/words.py and digits.py.
"use strict";

const SearchWords = (() => {
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

  return { words, key, tokens, wanted, parse, single, decoded, isPaired: (text) => PAIRED.test(text) };
})();
