const percent = (share) => `${share * 100}%`;

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
  placed(span, data.span);
  span.classList.toggle("all", data.span?.[0] === 0 && data.span?.[1] === 1);
  const whole = part(root, "whole");
  whole.hidden = !data.window;
  placed(part(whole, "window"), data.window);
};

const afterwards = (wait, act) => {
  let timer = setTimeout(function beat() {
    if (document.hidden) timer = setTimeout(beat, 500);
    else act();
  }, wait);
  return () => clearTimeout(timer);
};

export default function ({ data, parentElement, setTriggerValue }) {
  layOut(parentElement, data);
  if (!data.every) return () => {};
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (isStill) {
    setTriggerValue("beat", "stop");
    return () => {};
  }
  return afterwards(data.every, () => setTriggerValue("beat", data.beat));
}
