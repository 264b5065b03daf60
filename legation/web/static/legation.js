// Comfort only: every page reads without it.
"use strict";
(() => {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("legation-theme", root.dataset.theme); } catch (error) { /* not kept */ }
      dispatchEvent(new Event("themechange"));
    });
  }
  const typing = (target) => target.closest("input, select, textarea");
  const step = (by) => {
    const links = [...document.querySelectorAll(".event h3 a")];
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    links[Math.min(Math.max(at + by, 0), links.length - 1)].focus();
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]:not(:disabled)`);
    if (event.key === "/") { event.preventDefault(); document.getElementById("find")?.focus(); }
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "z") document.querySelector("button.undo")?.click();
    else if (found) found.click();
  });
})();
