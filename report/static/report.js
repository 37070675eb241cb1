// Only comfort: without this script the page reads the same.
"use strict";
(() => {
  const findings = [...document.querySelectorAll(".finding")];
  const help = document.getElementById("help");
  const root = document.documentElement;

  const current = () => findings.indexOf(document.activeElement?.closest?.(".finding"));
  const go = (step) => {
    if (!findings.length) return;
    const at = current();
    const next = at < 0 ? (step > 0 ? 0 : findings.length - 1) : Math.min(findings.length - 1, Math.max(0, at + step));
    findings[next].focus({ preventScroll: true });
    findings[next].scrollIntoView({ block: "start" });
  };
  const open = () => {
    const all = [...(findings[current()] ?? document).querySelectorAll("details")];
    const show = all.some((one) => !one.open);
    all.forEach((one) => { one.open = show; });
  };
  const themes = ["", "dark", "light"];
  const theme = () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "") + 1) % themes.length];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
  };
  const keys = {
    j: () => go(1), k: () => go(-1), o: open, t: theme,
    g: () => { document.activeElement?.blur(); window.scrollTo({ top: 0 }); },
    "?": () => (help.open ? help.close() : help.showModal()),
  };
  const button = document.getElementById("help-button");
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    if (help.open && event.key !== "?") return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // pointing at a sentence shows who else says it
  const said = new Map();
  for (const one of document.querySelectorAll("[data-statement]")) {
    const all = said.get(one.dataset.statement) ?? [];
    all.push(one);
    said.set(one.dataset.statement, all);
  }
  const mark = (event, on) => {
    const one = event.target.closest?.("[data-statement]");
    if (one) said.get(one.dataset.statement).forEach((other) => other.classList.toggle("same", on));
  };
  document.addEventListener("mouseover", (event) => mark(event, true));
  document.addEventListener("mouseout", (event) => mark(event, false));
})();
