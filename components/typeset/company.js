// A network of marks that open profiles, and the table beside it; each lights the other up.

const SVG = "http://www.w3.org/2000/svg";
const drawn = new WeakMap();

const shape = (tag, attributes, className = "") => {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (className) node.setAttribute("class", className);
  return node;
};

const corners = (count, radius, turn, inner = 1) =>
  Array.from({ length: count }, (_, at) => {
    const angle = turn + (at * 2 * Math.PI) / count;
    const reach = at % 2 ? radius * inner : radius;
    return `${(reach * Math.cos(angle)).toFixed(1)},${(reach * Math.sin(angle)).toFixed(1)}`;
  }).join(" ");

const UP = -Math.PI / 2;
const markOf = (kind, radius) => {
  if (kind === "organisation") return shape("polygon", { points: corners(4, radius * 1.2, Math.PI / 4) });
  if (kind === "place") return shape("polygon", { points: corners(3, radius * 1.25, UP) });
  if (kind === "group") return shape("polygon", { points: corners(3, radius * 1.25, -UP) });
  if (kind === "event") return shape("polygon", { points: corners(10, radius * 1.3, UP, 0.45) });
  return shape("circle", { r: radius });
};

const light = (view, id) => {
  view.root.classList.toggle("lit", Boolean(id));
  const near = new Set([id]);
  for (const line of view.lines) {
    const touches = line.ids.includes(id);
    line.node.classList.toggle("near", touches);
    if (touches) line.ids.forEach((other) => near.add(other));
  }
  for (const [other, node] of view.nodes) node.classList.toggle("near", near.has(other));
  for (const [other, node] of view.rows) node.classList.toggle("near", other === id);
};

const lightsUp = (view, node, id) => {
  node.addEventListener("pointerenter", () => light(view, id));
  node.addEventListener("pointerleave", () => light(view, null));
  node.addEventListener("focusin", () => light(view, id));
  node.addEventListener("focusout", () => light(view, null));
};

const lineNode = (view, nodes, [a, b, width, together]) => {
  const [from, to] = [nodes[a], nodes[b]];
  const [x1, y1, x2, y2] = [...from.at, ...to.at];
  const node = shape("g", {}, a ? "line" : "line own");
  const title = shape("title", {});
  const words = `${from.name} and ${to.name}`;
  title.textContent = `${words}: ${together} passages`;
  const wide = shape("line", { x1, y1, x2, y2, "stroke-width": Math.max(9, width) }, "reach");
  node.append(title, shape("line", { x1, y1, x2, y2, "stroke-width": width }), wide);
  node.addEventListener("click", () =>
    view.send({ field: "told", what: "tie", value: `${from.id} ${to.id}`, words }),
  );
  view.lines.push({ node, ids: [from.id, to.id] });
  return node;
};

const entityNode = (view, row, at) => {
  const node = shape("g", { transform: `translate(${row.at.join(",")})`, tabindex: at ? -1 : 0 }, "node");
  const text = shape("text", { x: row.radius + 4, y: 4 });
  text.textContent = row.label;
  const title = shape("title", {});
  title.textContent = `${row.name}, ${row.kind}: ${row.said}`;
  const mark = markOf(row.kind, row.radius);
  mark.setAttribute("class", `is-kind-${row.kind}`);
  node.append(title, mark, text);
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", title.textContent);
  if (!at) node.classList.add("own");
  const press = () => (at ? view.send({ field: "profile", value: row.id }) : null);
  node.addEventListener("click", press);
  node.addEventListener("keydown", (event) => onNodeKey(view, event, at, press));
  lightsUp(view, node, row.id);
  view.nodes.set(row.id, node);
  return node;
};

const onNodeKey = (view, event, at, press) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (["Enter", " "].includes(event.key)) {
    event.preventDefault();
    press();
  } else if (step) {
    event.preventDefault();
    const nodes = [...view.nodes.values()];
    const next = nodes[(at + step + nodes.length) % nodes.length];
    for (const other of nodes) other.setAttribute("tabindex", other === next ? 0 : -1);
    next.focus({ preventScroll: true });
  }
};

const tableRow = (view, row, own) => {
  const open = make("button", "go-to", make("bdi", "", row.name));
  open.type = "button";
  open.addEventListener("click", () => view.send({ field: "profile", value: row.id }));
  const count = make("button", "told", row.together);
  count.type = "button";
  count.title = "Show the passages that name both";
  const words = `${own} and ${row.name}`;
  count.addEventListener("click", () => view.send({ field: "told", what: "with", value: row.id, words }));
  const node = make(
    "tr",
    "",
    make("td", "", make("div", "who", kindMark(row.kind), open, hidden(`, ${row.kind}`))),
    make("td", "number", count),
    make("td", "number", row.times),
  );
  lightsUp(view, node, row.id);
  view.rows.set(row.id, node);
  return node;
};

const begin = (parent) => {
  if (drawn.has(parent)) return drawn.get(parent);
  const view = { root: make("section", "list company") };
  view.frame = make("div", "frame");
  view.table = make("div");
  view.pager = make("div");
  view.note = make("p", "small");
  view.empty = make("p", "empty");
  view.root.append(make("div", "both", view.frame, make("div", "beside", view.table, view.pager)), view.empty, view.note);
  parent.append(view.root);
  drawn.set(parent, view);
  return view;
};

const drawNetwork = (view, data) => {
  const [wide, high] = data.size;
  const svg = shape("svg", { viewBox: `0 0 ${wide} ${high}`, role: "group" });
  svg.setAttribute("aria-label", "Network of those named together; the table says the same. Arrow keys move.");
  svg.append(...data.lines.map((line) => lineNode(view, data.nodes, line)));
  svg.append(...data.nodes.map((row, at) => entityNode(view, row, at)).reverse());
  view.frame.replaceChildren(svg);
};

const drawTable = (view, data) => {
  const own = data.nodes[0]?.name ?? "";
  const heads = ["Name", "Passages, of all that name it", "Times what chance would give"];
  const head = make("tr", "", ...heads.map((words, at) => {
    const cell = make("th", at ? "number" : "", words);
    cell.scope = "col";
    return cell;
  }));
  const caption = make("caption", "count", data.count);
  const body = make("tbody", "", ...data.rows.map((row) => tableRow(view, row, own)));
  view.table.replaceChildren(make("table", "", caption, make("thead", "", head), body));
  redrawPager(view.pager, data.pager, (event) => view.send(event));
};

export default function ({ data, parentElement, setTriggerValue }) {
  const view = begin(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  const mark = JSON.stringify(data);
  if (view.mark === mark) return;
  view.mark = mark;
  Object.assign(view, { nodes: new Map(), rows: new Map(), lines: [] });
  const isEmpty = Boolean(data.empty);
  view.root.firstChild.hidden = isEmpty;
  view.empty.textContent = data.empty;
  view.empty.hidden = !isEmpty;
  view.note.textContent = isEmpty ? "" : data.note;
  if (isEmpty) return;
  drawNetwork(view, data);
  drawTable(view, data);
}
