const TITLED = ["title", "deck", "correction"];

const blockOf = (view, block) => {
  const leaves = block.pieces.map((piece) => leafOf(view, piece));
  const [kind] = block.kinds;
  const node = make(kind === "title" ? "h3" : "p", `block ${TITLED.includes(kind) ? kind : "body"}`, ...leaves);
  node.dir = block.direction;
  if (!block.folded) return node;
  const names = make("summary", "", block.kinds.join(", "), make("span", "number", " set aside"));
  node.className = "aside-text";
  return make("details", "fold", names, node);
};

const openReader = (parent) => {
  if (views.has(parent)) return views.get(parent);
  const view = {
    root: make("article", "reader"), body: make("div", "reading"), head: make("header"),
    legend: make("ul", "legend"), text: make("div", "article-text"), index: make("nav", "index"),
    card: make("div", "card"), part: make("nav", "part"), off: recall(), lit: [], chosen: [],
    insideSample: make("li", "sample", make("span", "inside-sample", "in the selection")),
    shown: null, timer: 0, at: "", mark: "", id: "",
  };
  view.onEscape = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    hideCard(view);
  };
  view.part.setAttribute("aria-label", "Parts of this article");
  view.legend.setAttribute("aria-label", "What is marked in the text");
  view.index.setAttribute("aria-label", "What was found in this article");
  view.card.id = "reader-card";
  view.card.setAttribute("role", "tooltip");
  view.card.hidden = true;
  view.card.addEventListener("pointerenter", () => clearTimeout(view.timer));
  view.card.addEventListener("pointerleave", () => later(view, () => hideCard(view)));
  listen(view, view.text);
  listen(view, view.head);
  const column = make("div", "column", view.text, view.part);
  view.body.append(view.head, view.legend, make("div", "columns", column, view.index), view.card);
  view.root.append(view.body);
  parent.append(view.root);
  views.set(parent, view);
  return view;
};

const drawText = (view, data) => {
  hideCard(view);
  Object.assign(view, { leaves: new Map(), parts: new Map(), visits: new Map(), lit: [], entries: [] });
  view.records = new Map(Object.entries(data.records));
  const titled = data.blocks.findIndex((block) => block.kinds[0] === "title");
  view.head.className = "";
  drawHead(view, data.head, data.blocks[titled]);
  view.nodes = data.blocks.map((block, at) => (at === titled ? view.head : blockOf(view, block)));
  view.text.replaceChildren(...view.nodes.filter((node) => node !== view.head));
  view.starts = data.blocks.map((block) => block.start);
  nameTheOthers(view);
  drawLegend(view, data.doubtful);
  drawIndex(view, data.index);
  drawPart(view, data);
};

const partButton = (view, data, words, at) => {
  const node = make("button", "more", words);
  node.type = "button";
  node.disabled = at === null;
  node.addEventListener("click", () => view.send({ field: "article", value: data.id, at }));
  return node;
};

const drawPart = (view, data) => {
  view.part.hidden = !data.part;
  if (!data.part) return;
  const { words, before, after } = data.part;
  const ways = [partButton(view, data, "Earlier part", before), partButton(view, data, "Read on", after)];
  view.part.replaceChildren(make("span", "note", words), ...ways);
};

const paint = (view, data) => {
  view.chosen = data.chosen;
  const inside = new Set(data.inside);
  view.nodes.forEach((node, at) => node.classList.toggle("inside", inside.has(at)));
  view.insideSample.hidden = !inside.size;
  press(view, data.chosen);
  const chosen = new Set(data.chosen);
  for (const { node, keys } of view.entries) node.classList.toggle("chosen", keys.some((key) => chosen.has(key)));
};

const begin = (view, data) => {
  const asked = `${data.id} ${data.at}`;
  const isOther = view.id !== "" && view.id !== data.id;
  view.id = data.id;
  if (view.at === asked) return;
  view.at = asked;
  const at = view.starts.findLastIndex((start) => start <= data.at);
  if (data.at >= 0 && view.nodes.length) {
    reach(view.nodes[Math.max(0, at)], at > 0 ? "center" : "start");
    if (at > 0) view.nodes[at].classList.add("begun");
  } else if (isOther) {
    view.root.scrollIntoView({ block: "start" });
  }
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const view = openReader(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  const mark = JSON.stringify([data.head, data.blocks, data.records, data.index, data.part]);
  if (mark !== view.mark) {
    view.mark = mark;
    drawText(view, data);
    aim(view);
  }
  paint(view, data);
  begin(view, data);
}
