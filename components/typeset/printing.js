// What is drawn for the width of a window keeps that width on paper, and is made smaller; of what
// WebGL draws nothing is left to print, so it is drawn once more and copied at once.

const PRINTED = ".st-key-when, .st-key-map, [data-testid=stPlotlyChart], [data-testid=stVegaLiteChart]";
const PAGE_PX = 690;
const MOST_ZOOM = 1.25;
const WIDER_LANES_PX = 100;
const MOST_FIBERS = 3000;

/* What draws the ground and the marks of a map stands only where React keeps what it renders. */
const drawers = (chart) => {
  const key = Object.keys(chart).find((name) => name.startsWith("__reactFiber$"));
  const waiting = key ? [chart[key].child] : [];
  for (let seen = 0; waiting.length && seen < MOST_FIBERS; seen += 1) {
    const fiber = waiting.pop();
    if (!fiber) continue;
    const value = fiber.memoizedProps?.value;
    if (value?.deck && value.map) return value;
    waiting.push(fiber.sibling, fiber.child);
  }
  return {};
};

const copyMaps = () => {
  for (const chart of document.querySelectorAll("[data-testid=stDeckGlJsonChart]")) {
    const { map, deck } = drawers(chart);
    map?._render?.();
    deck?.redraw?.("print");
    for (const canvas of chart.querySelectorAll("canvas")) {
      const copy = document.createElement("canvas");
      [copy.width, copy.height, copy.className] = [canvas.width, canvas.height, canvas.className];
      copy.style.cssText = canvas.style.cssText;
      copy.classList.add("printed-copy");
      copy.getContext("2d").drawImage(canvas, 0, 0);
      canvas.after(copy);
    }
  }
};

const beforePrinting = () => {
  copyMaps();
  for (const node of document.querySelectorAll(PRINTED)) {
    const wide = node.getBoundingClientRect().width;
    if (!wide || node.parentElement.closest(PRINTED)) continue;
    const more = node.matches(".st-key-when") ? WIDER_LANES_PX : 0;
    node.style.setProperty("--printed-width", `${wide}px`);
    node.style.setProperty("--printed-zoom", Math.min(MOST_ZOOM, PAGE_PX / (wide + more)));
    node.classList.add("printed");
  }
};

const afterPrinting = () => {
  for (const copy of document.querySelectorAll(".printed-copy")) copy.remove();
  for (const node of document.querySelectorAll(".printed")) node.classList.remove("printed");
};

if (!window.datelinePrints) {
  window.datelinePrints = true;
  window.addEventListener("beforeprint", beforePrinting);
  window.addEventListener("afterprint", afterPrinting);
}
