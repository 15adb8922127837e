// A column of names, each a button; rows are patched in place, so that nothing jumps.

const columns = new WeakMap();
const SHAPES = { person: "●", organisation: "■", place: "▲", group: "▼", event: "★" };

const openColumn = (parent) => {
  if (columns.has(parent)) return columns.get(parent);
  const view = { root: make("div", "column"), parts: [] };
  view.note = make("p", "note");
  view.foot = make("p", "foot");
  view.further = make("button", "further");
  view.further.type = "button";
  view.further.addEventListener("click", () => view.send({ field: "more" }));
  view.root.setAttribute("role", "group");
  view.root.addEventListener("click", (event) => choose(view, event.target.closest(".row")));
  parent.append(view.note, view.root, view.foot, view.further);
  columns.set(parent, view);
  return view;
};

const choose = (view, button) => {
  if (button) view.send({ field: button.dataset.field, value: button.dataset.value, add: true });
};

const openPart = (view) => {
  const part = { head: make("p", "head"), rows: make("ul"), rest: make("p", "rest"), buttons: [] };
  view.root.append(part.head, part.rows, part.rest);
  return part;
};

const openRow = (part) => {
  const row = { mark: make("span"), name: make("bdi", "name"), number: make("span", "number") };
  row.button = make("button", "row", row.mark, row.name, row.number);
  row.button.type = "button";
  row.item = make("li", "", row.button);
  part.rows.append(row.item);
  return row;
};

const setRow = (row, { field, value, kind, name, number, chosen }) => {
  const said = JSON.stringify([kind, name, number]);
  if (row.said !== said) {
    row.said = said;
    row.mark.className = kind ? `mark ${kind}` : "mark none";
    row.mark.textContent = SHAPES[kind] ?? "";
    row.name.replaceChildren();
    withPieces(row.name, name);
    row.number.textContent = number;
    row.button.title = row.name.textContent;
  }
  row.button.dataset.field = field;
  row.button.dataset.value = value;
  row.button.setAttribute("aria-pressed", String(chosen));
};

const drawPart = (part, data, field) => {
  part.head.replaceChildren(data.title, make("span", "number", data.count));
  part.head.hidden = !data.title;
  while (part.buttons.length < data.rows.length) part.buttons.push(openRow(part));
  for (const row of part.buttons.splice(data.rows.length)) row.item.remove();
  data.rows.forEach((row, at) => setRow(part.buttons[at], { field, ...row }));
  setText(part.rest, data.rest);
};

const legendOf = (kinds, marks) =>
  [...kinds.flatMap((kind) => [make("span", `mark ${kind}`, SHAPES[kind]), ` ${kind} `]), marks];

const drawFrame = (view, frame) => {
  const said = JSON.stringify(frame);
  if (view.framed === said) return;
  view.framed = said;
  const { title, kinds, marks, foot, foot_px: height, more } = frame ?? {};
  view.note.hidden = !title;
  if (title) view.note.replaceChildren(make("span", "", title, make("br"), ...legendOf(kinds, marks)));
  setText(view.foot, foot ?? "");
  view.foot.style.height = `${height ?? 0}px`;
  setText(view.further, more ?? "");
};

const rowWith = (view, value) =>
  [...view.root.querySelectorAll(".row")].find((button) => button.dataset.value === value);

export default function ({ data, parentElement, setTriggerValue }) {
  const view = openColumn(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  view.root.setAttribute("aria-label", data.label);
  view.root.style.height = data.height ? `${data.height}px` : "";
  drawFrame(view, data.frame);
  view.root.classList.toggle("tall", data.height > 0);
  const focused = view.root.getRootNode().activeElement?.dataset.value;
  while (view.parts.length < data.parts.length) view.parts.push(openPart(view));
  data.parts.forEach((part, at) => drawPart(view.parts[at], part, data.field));
  for (const part of view.parts.splice(data.parts.length)) {
    for (const node of [part.head, part.rows, part.rest]) node.remove();
  }
  if (focused) rowWith(view, focused)?.focus({ preventScroll: true });
}
