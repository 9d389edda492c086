"use strict";
(() => {
  const one = selector => document.querySelector(selector);
  const rows = Array.from(document.querySelectorAll("a.case"));

  function step(by) {
    if (rows.length) {
      const at = rows.indexOf(document.activeElement);
      rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))].focus();
      return;
    }
    const link = one(by > 0 ? ".steps a[rel=next]" : ".steps a[rel=prev]");
    if (link) link.click();
  }

  const keys = {
    "j": () => step(1),
    "k": () => step(-1),
    "u": () => { const undo = one(".undo button"); if (undo) undo.click(); },
    "n": () => { const reason = one("#reason"); if (reason) reason.focus(); },
    "o": () => { const link = one("a.address"); if (link) link.click(); },
    "/": () => { const search = one("#q"); if (search) search.focus(); else one(".steps a").click(); },
    "?": () => { const help = one(".keys"); if (help) help.scrollIntoView(); }
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const verdict = /^[1-5]$/.test(event.key) && one("button[data-key='" + event.key + "']");
    const act = verdict ? () => verdict.click() : keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  /* A form that is under way is not sent again. */
  for (const form of document.querySelectorAll(".decide, .undo")) {
    let sent = false;
    form.addEventListener("submit", event => {
      if (sent) event.preventDefault();
      sent = true;
    });
  }
  window.addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
})();
