// Keys for the review app; every one presses a button or follows a link that is on the page.
"use strict";
(() => {
  const find = (selector) => document.querySelector(selector);
  const rows = () => [...document.querySelectorAll(".row")];
  let at = -1;
  let pending = null; // the button that waits for a reason
  let decided = null; // the same button, once it has one

  const choose = (index) => {
    const all = rows();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, index));
    all[at].querySelector(".open").focus();
    all[at].scrollIntoView({ block: "nearest" });
  };
  const here = () => {
    const focused = rows().findIndex((row) => row.contains(document.activeElement));
    return focused >= 0 ? focused : at;
  };
  const move = (step) => {
    if (rows().length) return choose(here() < 0 ? 0 : here() + step);
    find(step > 0 ? 'a[rel="next"]' : 'a[rel="prev"]')?.click();
  };
  const form = () => find("form.decide") ?? rows()[here()]?.querySelector(".decide-row");
  const button_of = (state) => form()?.querySelector(`button[value="${state}"]:not(.undo), button[value^="${state} "]`);
  const press = (state) => {
    const button = button_of(state);
    if (button) { at = here(); button.click(); }
  };
  const ask = () => {
    const button = button_of("dismissed");
    if (!button) return;
    pending = button;
    at = here();
    find("#why").showModal();
    find("#why [data-reason]").focus();
  };
  const dismiss = (reason) => {
    const target = pending?.form;
    find("#why").close();
    if (!target) return;
    target.elements.reason.value = reason;
    decided = pending;
    pending = null;
    decided.click();
  };
  const undo = () => {
    const button = form()?.querySelector('button.undo, button[value^="new "]') ?? find(".decided .undo");
    if (button) { at = here(); button.click(); }
  };
  const themes = ["", "dark", "light"];
  const theme = (next) => {
    const root = document.documentElement;
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
    try { localStorage.setItem("theme", next); } catch { /* private windows have none */ }
  };
  try { theme(localStorage.getItem("theme") ?? ""); } catch { /* the same */ }

  const keys = {
    j: () => move(1), k: () => move(-1),
    c: () => press("confirmed"), u: () => press("unsure"), d: ask, z: undo,
    n: () => (find("textarea[name=note]") ?? rows()[here()]?.querySelector(".open"))?.[find("textarea[name=note]") ? "focus" : "click"](),
    i: () => find(".bar-top nav a").click(),
    "/": () => find("#words").focus(),
    t: () => theme(themes[(themes.indexOf(document.documentElement.dataset.theme ?? "") + 1) % themes.length]),
    "?": () => find("#help").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest?.("input:not([type=hidden]), textarea, select");
    if (typing) { if (event.key === "Escape") typing.blur(); return; }
    if (find("#why")?.open) {
      const button = [...document.querySelectorAll("#why [data-reason]")][Number(event.key) - 1];
      if (button) { event.preventDefault(); dismiss(button.dataset.reason); }
      return;
    }
    if (find("#help")?.open) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("click", (event) => {
    const reason = event.target.closest?.("[data-reason]");
    if (reason) return dismiss(reason.dataset.reason);
    if (event.target.closest?.("#help-button")) return find("#help").showModal();
    const button = event.target.closest?.('.decide-row button[value^="dismissed "]');
    if (button && button !== decided) { event.preventDefault(); event.stopPropagation(); pending = button; at = here(); find("#why").showModal(); }
  }, true);
  const ready = () => {
    const button = find("#help-button");
    if (button) button.hidden = false;
    const typing = document.activeElement?.matches("input, textarea, select");
    if (at >= 0 && rows().length && !typing) choose(at);
  };
  let searched = null; // what stood in the search field when a verdict's answer replaced the page under it
  document.addEventListener("htmx:beforeSwap", () => {
    searched = document.activeElement?.id === "words" ? document.activeElement.value : null;
  });
  document.addEventListener("htmx:afterSwap", () => {
    const field = find("#words");
    if (searched === null || !field) return;
    field.value = searched;
    field.focus();
    searched = null;
  });
  document.addEventListener("htmx:afterSettle", ready);
  ready();
})();
