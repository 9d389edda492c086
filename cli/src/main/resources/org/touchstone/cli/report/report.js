"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const phrases = JSON.parse(byId("phrases").textContent);
  const hits = Array.from(document.querySelectorAll(".hit"));
  const list = byId("hits");
  const facets = ["outlook", "evidence", "brand", "mark", "market"];
  const field = { outlook: "outlook", brand: "brand", mark: "mark", market: "market" };
  const texts = new Map();
  const address = location.hash;
  let language = "en";
  let current = -1;

  const stored = {
    get() { try { return localStorage.getItem("touchstone.language"); } catch { return null; } },
    set(value) { try { localStorage.setItem("touchstone.language", value); } catch { /* not allowed here */ } }
  };

  function phrase(key, args) {
    const text = (phrases[language] || {})[key];
    return text === undefined ? key : text.replace(/\{(\d)\}/g, (all, n) => args && args[n] !== undefined ? args[n] : all);
  }

  function argumentsOf(element) {
    return [0, 1, 2].map(n => element.dataset["a" + n]);
  }

  function speak(wanted) {
    language = phrases[wanted] ? wanted : "en";
    document.documentElement.lang = language;
    for (const e of document.querySelectorAll("[data-t]")) {
      e.textContent = phrase(e.dataset.t, argumentsOf(e));
    }
    for (const e of document.querySelectorAll("[data-ta]")) {
      e.alt = phrase(e.dataset.ta, argumentsOf(e));
    }
    for (const e of document.querySelectorAll("[data-tp]")) {
      e.placeholder = phrase(e.dataset.tp);
    }
    for (const e of document.querySelectorAll("[data-language]")) {
      e.setAttribute("aria-pressed", String(e.dataset.language === language));
    }
    document.title = "Touchstone 试金石 · " + phrase("report.title");
    texts.clear();
    offer();
    filter();
  }

  function first() {
    const asked = document.documentElement.dataset.asked;
    const chinese = (navigator.language || "").toLowerCase().startsWith("zh");
    return stored.get() || asked || (chinese ? "zh-CN" : "en");
  }

  function values(hit, facet) {
    return facet === "evidence" ? hit.dataset.kinds.split(" ").filter(Boolean) : [hit.dataset[field[facet]] || ""];
  }

  function label(facet, value) {
    const key = facet + "." + value;
    return (phrases[language] || {})[key] || value;
  }

  /* The choices of each facet, with how many hits each has. */
  function offer() {
    for (const facet of facets) {
      const select = byId("f-" + facet);
      const chosen = select.value;
      const counts = new Map();
      for (const hit of hits) {
        for (const value of new Set(values(hit, facet))) {
          if (value) counts.set(value, (counts.get(value) || 0) + 1);
        }
      }
      while (select.options.length > 1) select.remove(1);
      const sorted = Array.from(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 500);
      for (const [value, count] of sorted) {
        const name = label(facet, value);
        const option = new Option((name.length > 48 ? name.slice(0, 47) + "…" : name) + " (" + count + ")", value);
        select.add(option);
      }
      select.value = counts.has(chosen) ? chosen : "";
      select.closest("label").hidden = counts.size < 2;
    }
  }

  function textOf(hit) {
    let text = texts.get(hit);
    if (text === undefined) {
      text = hit.textContent.normalize("NFKC").toLowerCase();
      texts.set(hit, text);
    }
    return text;
  }

  const shown = () => hits.filter(hit => !hit.hidden);

  function filter() {
    const words = byId("q").value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    const least = Number(byId("f-score").value) / 100;
    const chosen = facets.map(facet => [facet, byId("f-" + facet).value]).filter(([, value]) => value);
    let count = 0;
    for (const hit of hits) {
      const fits = Number(hit.dataset.score) >= least
        && chosen.every(([facet, value]) => values(hit, facet).includes(value))
        && (words.length === 0 || words.every(word => textOf(hit).includes(word)));
      hit.hidden = !fits;
      if (fits) count++;
    }
    byId("score-shown").textContent = byId("f-score").value + " %";
    byId("shown").textContent = phrase("filter.shown", [String(count), String(hits.length)]);
    byId("nothing").hidden = count > 0 || hits.length === 0;
    for (const note of list.querySelectorAll(":scope > .note")) {
      note.hidden = count < hits.length || byId("f-sort").value !== "rank";
    }
    keep(words, least, chosen);
  }

  /* The filter stands in the address, so that it can be handed on. */
  function keep(words, least, chosen) {
    const state = new URLSearchParams();
    if (words.length) state.set("q", byId("q").value);
    if (least > 0) state.set("score", byId("f-score").value);
    for (const [facet, value] of chosen) state.set(facet, value);
    if (byId("f-sort").value !== "rank") state.set("sort", byId("f-sort").value);
    const text = state.toString();
    try {
      if (text || /^#(?!hit-)/.test(location.hash)) history.replaceState(null, "", "#" + text);
    } catch { /* some browsers refuse this for files */ }
  }

  function restore() {
    if (!address || address.startsWith("#hit-")) return;
    const state = new URLSearchParams(address.slice(1));
    byId("q").value = state.get("q") || "";
    if (state.has("score")) byId("f-score").value = state.get("score");
    for (const facet of facets) if (state.has(facet)) byId("f-" + facet).value = state.get(facet);
    if (state.has("sort")) byId("f-sort").value = state.get("sort");
    if (!byId("f-sort").value) byId("f-sort").value = "rank";
    sort();
    filter();
  }

  const orders = {
    "rank": (a, b) => a.dataset.rank - b.dataset.rank,
    "price-up": (a, b) => price(a, Infinity) - price(b, Infinity),
    "price-down": (a, b) => price(b, -1) - price(a, -1),
    "time": (a, b) => (b.dataset.time || "").localeCompare(a.dataset.time || ""),
    "seller": (a, b) => (a.dataset.seller || "\uffff").localeCompare(b.dataset.seller || "\uffff"),
    "mark": (a, b) => a.dataset.mark.localeCompare(b.dataset.mark)
  };

  function price(hit, none) {
    return hit.dataset.price === undefined ? none : Number(hit.dataset.price);
  }

  function sort() {
    const order = orders[byId("f-sort").value] || orders.rank;
    hits.sort((a, b) => order(a, b) || orders.rank(a, b));
    const marker = list.querySelector(":scope > .note");
    const all = document.createDocumentFragment();
    for (const hit of hits) {
      if (marker && marker.dataset.before === hit.id) all.append(marker);
      all.append(hit);
    }
    list.append(all);
    current = -1;
  }

  function clear() {
    byId("q").value = "";
    byId("f-score").value = "0";
    for (const facet of facets) byId("f-" + facet).value = "";
    byId("f-sort").value = "rank";
    sort();
    filter();
  }

  function go(step) {
    const visible = shown();
    if (!visible.length) return;
    const at = visible.indexOf(hits[current]);
    const next = visible[Math.max(0, Math.min(visible.length - 1, at < 0 ? (step > 0 ? 0 : visible.length - 1) : at + step))];
    for (const hit of list.querySelectorAll(".current")) hit.classList.remove("current");
    current = hits.indexOf(next);
    next.classList.add("current");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  }

  function open() {
    const link = current >= 0 && hits[current].querySelector("a.address");
    if (link) link.click();
  }

  function choose(tag) {
    stored.set(tag);
    speak(tag);
  }

  const keys = {
    "j": () => go(1),
    "k": () => go(-1),
    "/": () => byId("q").focus(),
    "o": open,
    "l": () => choose(language === "en" ? "zh-CN" : "en"),
    "?": () => byId("keys").showModal()
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape" && !byId("keys").open) {
      clear();
      event.target.blur();
    } else if (!typing && !byId("keys").open && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  let waiting = 0;
  byId("q").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, hits.length > 300 ? 180 : 0);
  });
  byId("f-score").addEventListener("input", filter);
  for (const facet of facets) byId("f-" + facet).addEventListener("change", filter);
  byId("f-sort").addEventListener("change", () => { sort(); filter(); });
  byId("clear").addEventListener("click", clear);
  byId("help").addEventListener("click", () => byId("keys").showModal());
  byId("close").addEventListener("click", () => byId("keys").close());
  byId("controls").addEventListener("submit", event => event.preventDefault());
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => choose(button.dataset.language));
  }
  const how = document.querySelector(".how");
  let wasOpen = false;
  window.addEventListener("beforeprint", () => { wasOpen = how.open; how.open = true; });
  window.addEventListener("afterprint", () => { how.open = wasOpen; });

  const marker = list.querySelector(":scope > .note");
  if (marker && marker.nextElementSibling) marker.dataset.before = marker.nextElementSibling.id;
  document.querySelector(".languages").hidden = false;
  byId("controls").hidden = hits.length === 0;
  speak(first());
  restore();
})();
