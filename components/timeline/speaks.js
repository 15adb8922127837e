const HALF_PX = 3.2;

const paint = (canvas, data) => {
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const drawn = canvas.getContext("2d");
  drawn.scale(scale, scale);
  drawn.fillStyle = getComputedStyle(canvas).color;
  data.lanes.forEach((columns, lane) => {
    const y = data.top + (lane + 0.5) * data.high;
    for (const column of columns) {
      const x = data.middles[column] * width;
      drawn.beginPath();
      drawn.moveTo(x, y - HALF_PX);
      drawn.lineTo(x + HALF_PX, y);
      drawn.lineTo(x, y + HALF_PX);
      drawn.lineTo(x - HALF_PX, y);
      drawn.fill();
    }
  });
};

export default function ({ data, parentElement }) {
  let canvas = parentElement.querySelector("canvas");
  if (!canvas) {
    canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    parentElement.append(canvas);
  }
  canvas.style.height = `${data.top + data.lanes.length * data.high}px`;
  const watcher = new ResizeObserver(() => paint(canvas, data));
  watcher.observe(canvas);
  return () => watcher.disconnect();
}
