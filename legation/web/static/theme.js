// Before the page is drawn: dark or light as chosen here before; else as the system says.
"use strict";
try {
  const chosen = localStorage.getItem("legation-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch (error) { /* no storage: the system's choice holds */ }
