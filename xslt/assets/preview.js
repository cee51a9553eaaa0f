// In a local preview only: loads the page again when it has changed, and shows what cannot be built.
"use strict";

(() => {
  let since = Number(document.currentScript.src.split("?")[1]);
  let notice = null;

  const show = (message) => {
    if (notice) notice.remove();
    notice = null;
    if (!message) return;
    notice = document.createElement("pre");
    notice.setAttribute("role", "alert");
    notice.textContent = message;
    Object.assign(notice.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: 10, margin: 0, padding: "0.75rem 1rem", maxHeight: "40vh",
      overflow: "auto", background: "#7a1f1f", color: "#fff", font: "0.875rem/1.4 monospace", whiteSpace: "pre-wrap",
    });
    document.body.append(notice);
  };

  const ask = () => {
    const script = document.createElement("script");
    script.src = `/.encoder/changes.js?since=${since}&page=${encodeURIComponent(decodeURIComponent(location.pathname))}`;
    script.onload = () => script.remove();
    script.onerror = () => { script.remove(); setTimeout(ask, 2000); };
    document.head.append(script);
  };

  window.encoderPreview = ({ number, reload, message }) => {
    if (reload) { location.reload(); return; }
    since = number;
    show(message);
    ask();
  };
  window.addEventListener("load", () => setTimeout(ask));
})();
