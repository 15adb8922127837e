// What is inside the Brush, over the chart, and what is said of it where the pointer is.

const HALF_PX = 3.2;
const ROW_GAP_PX = 5;
const FAINT = 0.2;
const FULL = 0.8;
const AWAY_PX = 12;
const KINDS = { u1: Uint8Array, u2: Uint16Array, u4: Uint32Array };
const views = new WeakMap();

const unpacked = ({ dtype, bdata, shape }) => {
  const bytes = Uint8Array.from(atob(bdata), (letter) => letter.charCodeAt(0));
  const sides = (shape ?? String(bytes.length)).split(",").map(Number);
  return { values: new KINDS[dtype](bytes.buffer), sides };
};

const opened = ({ articles, cells, shades, ...rest }) =>
  ({ ...rest, articles: unpacked(articles), cells: unpacked(cells), shades: unpacked(shades) });

const openView = (parent) => {
  if (views.has(parent)) return views.get(parent);
  const view = { canvas: make("canvas"), tip: make("div", "tip") };
  for (const node of [view.canvas, view.tip]) node.setAttribute("aria-hidden", "true");
  view.tip.hidden = true;
  parent.append(view.canvas, view.tip);
  views.set(parent, view);
  return view;
};

const painterOf = (canvas) => {
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = window.devicePixelRatio || 1;
  const sides = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== sides[0] || canvas.height !== sides[1]) [canvas.width, canvas.height] = sides;
  const drawn = canvas.getContext("2d");
  drawn.setTransform(scale, 0, 0, scale, 0, 0);
  drawn.clearRect(0, 0, width, height);
  return { drawn, width, at: (share) => Math.round(share * width * scale) / scale };
};

const paintBars = ({ drawn, at }, data) => {
  drawn.fillStyle = data.bar;
  data.bars.forEach((high, bin) => {
    const [left, right] = [at(data.ends[bin]), at(data.ends[bin + 1])];
    if (high) drawn.fillRect(left + 0.25, data.base - high, Math.max(0.5, right - left - 0.5), high);
  });
};

const paintCells = ({ drawn, at }, data, paper) => {
  const { values, sides: [lanes, bins] } = data.shades;
  for (let cell = 0; cell < lanes * bins; cell += 1) {
    if (values[cell] === data.empty) continue;
    const [lane, bin, hue] = [Math.floor(cell / bins), cell % bins, Math.floor(values[cell] / data.steps)];
    const [left, right] = [at(data.ends[bin]), at(data.ends[bin + 1])];
    const place = [left + 0.5, data.top + lane * data.high + ROW_GAP_PX / 2,
      Math.max(0.5, right - left - 1), data.high - ROW_GAP_PX];
    drawn.fillStyle = paper;
    drawn.fillRect(...place);
    drawn.globalAlpha = FAINT + (FULL - FAINT) * (values[cell] % data.steps) / (data.steps - 1);
    drawn.fillStyle = data.hues[hue];
    drawn.fillRect(...place);
    drawn.globalAlpha = 1;
  }
};

const paintDiamonds = ({ drawn, width }, data, ink) => {
  drawn.fillStyle = ink;
  data.diamonds.forEach((columns, lane) => {
    const y = data.top + (lane + 0.5) * data.high;
    for (const bin of columns) {
      const x = (data.ends[bin] + data.ends[bin + 1]) / 2 * width;
      drawn.beginPath();
      drawn.moveTo(x, y - HALF_PX);
      drawn.lineTo(x + HALF_PX, y);
      drawn.lineTo(x, y + HALF_PX);
      drawn.lineTo(x - HALF_PX, y);
      drawn.fill();
    }
  });
};

const paint = ({ canvas, tip }, data) => {
  const { color, backgroundColor } = getComputedStyle(tip);
  const painter = painterOf(canvas);
  paintBars(painter, data);
  paintCells(painter, data, color);
  paintDiamonds(painter, data, backgroundColor);
};

const grouped = (number) => number.toLocaleString("en");

const saidAt = (data, share, y) => {
  const bin = data.ends.findLastIndex((end) => end <= share);
  if (share < 0 || y < 0 || bin < 0 || bin >= data.bins.length) return null;
  if (y < data.top) {
    const [inside, total] = data.articles.values.slice(2 * bin, 2 * bin + 2);
    const counted = data.counted[total === 1 ? 0 : 1];
    return total ? [data.bins[bin], `${grouped(inside)} of ${grouped(total)} ${counted}`] : null;
  }
  const lane = Math.floor((y - data.top) / data.high);
  if (lane >= data.names.length) return null;
  const cell = 3 * (lane * data.bins.length + bin);
  const [inside, total, speaks] = data.cells.values.slice(cell, cell + 3);
  if (!total) return null;
  return [data.names[lane], data.bins[bin], `mentions: ${grouped(inside)} of ${grouped(total)}`,
    `quotations: ${grouped(speaks)}`];
};

const tell = ({ canvas, tip }, data, event) => {
  const { left, top, width } = canvas.getBoundingClientRect();
  const [x, y] = [event.clientX - left, event.clientY - top];
  const isDragged = event.pointerType === "mouse" && event.buttons > 0;
  const said = isDragged ? null : saidAt(data, x / width, y);
  tip.hidden = !said;
  if (!said) return;
  tip.replaceChildren(...said.map((words) => make("div", "", words)));
  tip.style.left = `${x > width / 2 ? x - AWAY_PX - tip.offsetWidth : x + AWAY_PX}px`;
  tip.style.top = `${y + AWAY_PX}px`;
};

export default function ({ data: given, parentElement }) {
  const [data, view] = [opened(given), openView(parentElement)];
  view.canvas.style.height = `${data.top + data.names.length * data.high}px`;
  view.tip.hidden = true;
  paint(view, data);
  const watcher = new ResizeObserver(() => paint(view, data));
  watcher.observe(view.canvas);
  const chart = (parentElement.getRootNode().host ?? parentElement).closest(".st-key-timeline");
  const listening = new AbortController();
  const { signal } = listening;
  chart?.addEventListener("pointermove", (event) => tell(view, data, event), { signal });
  chart?.addEventListener("pointerleave", () => { view.tip.hidden = true; }, { signal });
  return () => { watcher.disconnect(); listening.abort(); };
}
