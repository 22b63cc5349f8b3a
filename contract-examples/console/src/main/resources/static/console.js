// The console's only script: charts, and what htmx cannot say by an attribute. No library beside htmx and uPlot.
"use strict";

(function () {
  const numbers = (text) => text.split(",").map((value) => (value === "" ? null : Number(value)));

  // months in the language of the page; the points are the first moments of months
  const month = (seconds, year) =>
    new Date(seconds * 1000).toLocaleDateString(document.documentElement.lang, {
      month: "short",
      timeZone: "UTC",
      ...(year ? { year: "numeric" } : {}),
    });

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function draw(plot) {
    if (plot.dataset.drawn) {
      return;
    }
    plot.dataset.drawn = "true";
    const kind = plot.dataset.chart;
    const spark = kind === "spark";
    const labels = plot.dataset.labels.split(";");
    const colours = ["--accent", "--second", "--third", "--warn", "--bad", "--good"];
    const unit = plot.dataset.unit ? " " + plot.dataset.unit : "";
    const series = [{ label: plot.dataset.xlabel, value: (u, x) => (x === null ? "" : month(x, true)) }].concat(
      labels.map((label, i) => ({
        label: label,
        stroke: colour(colours[i % colours.length]),
        width: spark ? 1.5 : 2,
        fill: kind === "bars" ? colour(colours[i % colours.length]) + "55" : undefined,
        paths: kind === "bars" ? uPlot.paths.bars({ size: [0.6, 40] }) : undefined,
        points: { show: !spark && kind !== "bars" },
        value: (u, y) => (y === null ? "" : Math.round(y * 100) / 100 + unit),
      })),
    );
    const axis = { stroke: colour("--muted"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
    const options = {
      width: plot.clientWidth || 240,
      height: spark ? 36 : 220,
      series: series,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      legend: { show: !spark && labels.length > 1 },
      cursor: { show: !spark },
      axes: spark
        ? [{ show: false }, { show: false }]
        : [
            { ...axis, values: (u, marks) => marks.map((x) => month(x, false)) },
            { ...axis, size: 62, values: (u, marks) => marks.map((y) => y.toLocaleString(document.documentElement.lang) + unit) },
          ],
      scales: { y: { range: (u, min, max) => [Math.min(0, min), max <= 0 ? 1 : max * 1.1] } },
    };
    const data = [numbers(plot.dataset.x)].concat(plot.dataset.series.split(";").map(numbers));
    const chart = new uPlot(options, data, plot);
    new ResizeObserver(() => chart.setSize({ width: plot.clientWidth, height: options.height })).observe(plot);
  }

  const drawAll = (root) => root.querySelectorAll("[data-chart]").forEach(draw);

  document.addEventListener("DOMContentLoaded", () => drawAll(document));
  document.addEventListener("htmx:afterSwap", (event) => drawAll(event.target));

  // a part that could not be loaded is told once on the page, and no longer when one could be again
  const partFailed = (failed) => (document.getElementById("part-failed").hidden = !failed);
  document.addEventListener("htmx:responseError", () => partFailed(true));
  document.addEventListener("htmx:sendError", () => partFailed(true));
  document.addEventListener("htmx:afterSwap", () => partFailed(false));

  // a form is sent once; the server answers a second one with what the first one did
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "post" && !form.hasAttribute("hx-post")) {
      if (form.dataset.sent) {
        event.preventDefault();
      }
      form.dataset.sent = "true";
    }
  });

  // back from another page, a form may be sent again
  window.addEventListener("pageshow", () =>
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent),
  );

  // a dangerous command asks once more: <button data-confirm="…">
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    if (button && !window.confirm(button.dataset.confirm)) {
      event.preventDefault();
    }
  });
})();
