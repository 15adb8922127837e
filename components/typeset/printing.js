// What is drawn for the width of a window keeps that width on paper, and is made smaller.

const PRINTED = ".st-key-when, .st-key-map, [data-testid=stPlotlyChart], [data-testid=stVegaLiteChart]";
const PAGE_PX = 690;
const STIRS_PX = 2; // a map that stays as it is keeps no picture of its ground
const MOST_ZOOM = 1.25;
const WIDER_LANES_PX = 100;

const beforePrinting = () => {
  for (const node of document.querySelectorAll(PRINTED)) {
    const wide = node.getBoundingClientRect().width;
    if (!wide || node.parentElement.closest(PRINTED)) continue;
    const more = node.matches(".st-key-when") ? WIDER_LANES_PX : 0;
    node.style.setProperty("--printed-width", `${wide + (node.matches(".st-key-map") ? STIRS_PX : 0)}px`);
    node.style.setProperty("--printed-zoom", Math.min(MOST_ZOOM, PAGE_PX / (wide + more)));
    node.classList.add("printed");
  }
};

const afterPrinting = () => {
  for (const node of document.querySelectorAll(".printed")) node.classList.remove("printed");
};

if (!window.datelinePrints) {
  window.datelinePrints = true;
  window.addEventListener("beforeprint", beforePrinting);
  window.addEventListener("afterprint", afterPrinting);
}
