const percent = (share) => `${share * 100}%`;
const LEAST_PX = 4;

const placed = (node, ends) => {
  node.hidden = !ends;
  if (ends) {
    node.style.left = percent(ends[0]);
    node.style.width = percent(Math.max(0, ends[1] - ends[0]));
  }
};

const part = (root, name) => {
  const found = root.querySelector(`.${name}`);
  if (found) return found;
  const made = document.createElement("div");
  made.className = name;
  root.append(made);
  return made;
};

const layOut = (parentElement, data) => {
  const root = part(parentElement, "over");
  const body = part(root, "body");
  body.style.bottom = `${data.bottom}px`;
  const span = part(body, "span");
  if (!body.drag?.isGoing()) placed(span, data.span);
  span.classList.toggle("all", data.span?.[0] === 0 && data.span?.[1] === 1);
  const whole = part(root, "whole");
  whole.hidden = !data.window;
  placed(part(whole, "window"), data.window);
  return body;
};

// Drags along the chart. One that is going on stays, whatever is drawn meanwhile.
const hearDrags = (body) => {
  const span = part(body, "span");
  let begun = null;
  const hearing = { isGoing: () => begun !== null, chosen: null, tell: () => {} };
  const shares = (event) => {
    const { left, width } = body.getBoundingClientRect();
    return [begun, event.clientX].map((x) => Math.min(1, Math.max(0, (x - left) / width))).sort((a, b) => a - b);
  };
  const isDrag = (event) => Math.abs(event.clientX - begun) >= LEAST_PX;
  const move = (event) => { if (isDrag(event)) placed(span, shares(event)); };
  const up = (event) => {
    const ends = isDrag(event) ? shares(event) : [];
    end();
    if (ends.length || hearing.chosen) hearing.tell(ends);
  };
  const stop = () => { end(); placed(span, hearing.chosen); };
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    stop();
  };
  const going = [["pointermove", move], ["pointerup", up], ["pointercancel", stop], ["keydown", escape]];
  const end = () => {
    begun = null;
    going.forEach(([name, act]) => document.removeEventListener(name, act, true));
  };
  const isOurs = (event) => event.button === 0 && event.isPrimary !== false &&
    event.target.closest?.(".st-key-timeline .nsewdrag");
  const down = (event) => {
    if (begun !== null || !isOurs(event)) return;
    begun = event.clientX;
    going.forEach(([name, act]) => document.addEventListener(name, act, true));
  };
  const keepFromChart = (event) => {
    if (!isOurs(event)) return;
    event.stopPropagation();
    event.preventDefault();
  };
  const starting = [["pointerdown", down], ["mousedown", keepFromChart]];
  const whileThere = starting.map(([name, act]) => [name, (event) => (body.isConnected ? act(event) : leave())]);
  const leave = () => whileThere.forEach(([name, act]) => document.removeEventListener(name, act, true));
  whileThere.forEach(([name, act]) => document.addEventListener(name, act, true));
  return hearing;
};

const afterwards = (wait, act) => {
  let timer = setTimeout(function beat() {
    if (document.hidden) timer = setTimeout(beat, 500);
    else act();
  }, wait);
  return () => clearTimeout(timer);
};

const runClock = (data, setTriggerValue) => {
  if (!data.every) return () => {};
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    setTriggerValue("beat", "stop");
    return () => {};
  }
  return afterwards(data.every, () => setTriggerValue("beat", data.beat));
};

export default function ({ data, parentElement, setTriggerValue }) {
  const body = layOut(parentElement, data);
  body.drag ??= hearDrags(body);
  Object.assign(body.drag, { chosen: data.span, tell: (ends) => setTriggerValue("drag", ends) });
  return runClock(data, setTriggerValue);
}
