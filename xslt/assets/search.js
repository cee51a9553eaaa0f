// The page for search. All words that it shows stand in the page, as data-… of the form.
"use strict";

(() => {
  const { tokens } = SearchWords;
  const { load, begin, ask, entries, documents, joined, day } = SearchIndex;
  const { matches, excerpts } = SearchExcerpts;
  const PAGE = 10; // documents shown at once
  const LOOKED_AT = 16; // leaves looked into for a phrase before the reader is asked

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
      for (const [name, values] of [["kind", SearchIndex.all().kinds], ["archive", SearchIndex.all().archives]]) {
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
        const { first, last } = SearchIndex.all().facets[number];
        return (from === null || (last && last >= from)) && (to === null || (first && first <= to));
      });
      const chosen = Object.fromEntries(["kind", "archive"].map((name) =>
        [name, field(name).selectedIndex > 0 ? Number(field(name).selectedOptions[0].dataset.number) : null]));
      for (const name of ["kind", "archive"]) {
        const other = name === "kind" ? "archive" : "kind";
        const counts = new Map();
        for (const number of numbers) {
          const facets = SearchIndex.all().facets[number];
          if (chosen[other] === null || facets[other] === chosen[other]) counts.set(facets[name], (counts.get(facets[name]) || 0) + 1);
        }
        for (const option of [...field(name).options].slice(1)) {
          option.text = say("counted", { name: option.dataset.label, n: counts.get(Number(option.dataset.number)) || 0 });
        }
      }
      numbers = numbers.filter((number) => ["kind", "archive"].every((name) =>
        chosen[name] === null || SearchIndex.all().facets[number][name] === chosen[name]));
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
          const first = number ? SearchIndex.all().last[number - 1] + 1 : 0;
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
})();
