// The switch between the three views and the voices. Without this file every page is in the critical view.
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

  const asked = new URLSearchParams(location.search).get("view");
  const view = [asked, recall("view"), "critical"].find((name) => VIEWS.includes(name));
  const off = (recall("off") || "").split(" ").filter((voice) => VOICES.includes(voice));
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
      remember("view", chosen);
      remember("off", silent.join(" "));
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  });
})();
