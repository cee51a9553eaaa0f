// What is shown of a hit: the sentences of a document that answer a query best, with the words that do.
"use strict";

const SearchExcerpts = (() => {
  const { tokens, wanted, isPaired } = SearchWords;

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
          const pair = isPaired(last.word) && [...terms[terms.length - 1].word].length > 1 && found[at + terms.length];
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

  return { matches, excerpts };
})();
