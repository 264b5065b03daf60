// Monthly scores of a dyad, drawn over the table that holds the same numbers.
"use strict";
(() => {
  const place = document.querySelector(".chart");
  if (!place || !window.uPlot) return;
  const numbers = (words) => words.split(" ").map(Number);
  const months = place.dataset.months.split(" ").map((month) => Date.parse(`${month}-01T00:00:00Z`) / 1000);
  const series = (name) => place.dataset[name].split(";").map(numbers);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let plot;
  const draw = (name) => {
    plot?.destroy();
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: "13px system-ui, sans-serif" };
    const line = (label, hue, dash) => ({ label, stroke: hue, width: 2, dash, points: { show: true, size: 6, fill: hue }, value: (u, v) => v ?? "–" });
    plot = new uPlot({
      width: place.clientWidth, height: 260, padding: [null, 32, null, null], tzDate: (t) => uPlot.tzDate(new Date(t * 1e3), "UTC"),
      scales: { x: months.length > 1 ? {} : { range: [months[0] - 4e6, months[0] + 4e6] } },
      axes: [{ ...axis, splits: (u) => months.filter((m, i) => i % Math.ceil(months.length * 90 / u.width) === 0), values: (u, ticks) => ticks.map((t) => new Date(t * 1e3).toLocaleDateString("en", { month: "short", year: "numeric", timeZone: "UTC" })) }, axis],
      series: [{ label: "Month", value: (u, t) => t == null ? "–" : new Date(t * 1e3).toISOString().slice(0, 7) },
        line(`${place.dataset.a} → ${place.dataset.b}`, colour("--accent")),
        line(`${place.dataset.b} → ${place.dataset.a}`, colour("--alarm"), [6, 4])],
    }, [months, ...series(name)], place);
  };
  const chosen = () => document.querySelector("input[name=weight]:checked")?.value ?? "once";
  const fieldset = document.querySelector(".switch");
  if (fieldset) { fieldset.hidden = false; fieldset.addEventListener("change", () => draw(chosen())); }
  addEventListener("resize", () => plot.setSize({ width: place.clientWidth, height: 260 }));
  addEventListener("themechange", () => draw(chosen()));
  draw(chosen());
})();
