// The switch between the three views and the voices, and tables that can be sorted. Without this file every page is in
// the critical view, and tables are in the order in which they were made.
"use strict";

(() => {
  const root = document.documentElement;
  if (root.dataset.page !== "document") return;

  const VIEWS = ["reading", "critical", "diplomatic"];
  const VOICES = ["author", "hand", "editor", "doubt"];

  // A browser may forbid storage, above all for pages that were opened from a disk.
  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not remembered */ } };

  const show = (view, off) => {
    root.dataset.view = view;
    root.dataset.off = off.join(" ");
  };

  // What the address says goes before what is remembered: ?view=reading&off=hand+doubt
  const asked = new URLSearchParams(location.search);
  const view = [asked.get("view"), recall("view"), "critical"].find((name) => VIEWS.includes(name));
  const off = (asked.get("off") ?? recall("off") ?? "").split(" ").filter((voice) => VOICES.includes(voice));

  // So that the address in the bar leads to the page as it is seen; browsers refuse that for pages from a disk.
  const address = (shown, silent) => {
    const url = new URL(location.href);
    url.searchParams.set("view", shown);
    url.searchParams.delete("off");
    if (silent.length) url.searchParams.set("off", silent.join(" "));
    try { history.replaceState(null, "", url); } catch { /* the address stays */ }
  };
  show(view, off); // before the text is painted

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("edition-switch");
    const views = [...form.querySelectorAll("[name=view]")];
    const voices = [...form.querySelectorAll("[name=voice]")];
    views.forEach((input) => { input.checked = input.value === view; });
    voices.forEach((input) => { input.checked = !off.includes(input.value); });
    form.addEventListener("change", () => {
      const chosen = views.find((input) => input.checked).value;
      const silent = voices.filter((input) => !input.checked).map((input) => input.value);
      show(chosen, silent);
      address(chosen, silent);
      remember("view", chosen);
      remember("off", silent.join(" "));
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  });
})();

(() => {
  // A number, else a text; the empty last.
  const compare = (one, other, language) => {
    if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1);
    const [a, b] = [Number(one), Number(other)];
    return Number.isNaN(a) || Number.isNaN(b) ? one.localeCompare(other, language) : a - b;
  };

  const value = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  const sort = (table, column, header) => {
    const down = header.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => compare(value(a, column), value(b, column), document.documentElement.lang) * (down ? -1 : 1));
    table.tBodies[0].append(...rows);
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const table of document.querySelectorAll("table.sortable")) {
      [...table.tHead.rows[0].cells].forEach((header, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...header.childNodes);
        header.append(button);
        button.addEventListener("click", () => sort(table, column, header));
      });
    }
  });
})();
