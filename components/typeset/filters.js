const FIND_MS = 220;
const NARROW = "(max-width: 900px)";

const bar = (row) => {
  const node = make("span", "bar", make("i"), make("i"));
  node.setAttribute("aria-hidden", "true");
  node.children[0].style.setProperty("--share", `${100 * row.whole}%`);
  node.children[1].style.setProperty("--share", `${100 * row.inside}%`);
  return node;
};

const valueRow = (view, field, row) => {
  const name = isolated(row.name, row.inside ? "" : "none");
  const tick = make("span", "tick", row.chosen ? "✓" : "");
  const node = make("button", "value", tick, name, make("span", "numbers", row.count), bar(row));
  node.type = "button";
  node.title = row.label;
  node.dataset.value = row.value;
  node.setAttribute("aria-label", row.label);
  node.setAttribute("aria-pressed", String(row.chosen));
  node.addEventListener("click", () => view.send({ field, value: row.value, add: true }));
  return make("li", "", node);
};

const openField = (view, { field, name }) => {
  const held = {
    node: make("section", "field"), head: make("button", "title"), said: make("bdi", "said"), body: make("div", "body"),
    find: make("input", "find"), rows: make("ul"), empty: make("p", "empty"), more: make("button", "more"),
  };
  held.head.type = held.more.type = "button";
  held.find.type = "search";
  held.find.placeholder = "Find by name";
  held.find.setAttribute("aria-label", `${name}: find by name`);
  held.body.id = `values-${field}`;
  held.head.setAttribute("aria-controls", held.body.id);
  held.head.append(make("span", "", name), held.said);
  held.head.addEventListener("click", () => view.send({ field: "open", value: field }));
  held.more.addEventListener("click", () => view.send({ field: "more", value: field }));
  held.find.addEventListener("input", () => {
    clearTimeout(held.finding);
    held.finding = setTimeout(() => view.send({ field: "find", value: field, letters: held.find.value }), FIND_MS);
  });
  held.find.addEventListener("keydown", (event) => event.stopPropagation());
  held.body.append(held.find, held.rows, held.empty, held.more);
  held.node.append(make("h3", "", held.head), held.body);
  return held;
};

const fillField = (view, held, known) => {
  held.head.setAttribute("aria-expanded", String(known.open));
  held.head.toggleAttribute("data-chosen", Boolean(known.said.length));
  held.said.replaceChildren();
  if (!known.open) withPieces(held.said, known.said);
  held.body.hidden = !known.open;
  if (!known.open) return;
  const focused = view.root.getRootNode().activeElement;
  const kept = held.rows.contains(focused) && focused.dataset.value;
  held.find.hidden = !known.search;
  if (focused !== held.find) held.find.value = known.letters;
  held.rows.replaceChildren(...known.rows.map((row) => valueRow(view, known.field, row)));
  setText(held.empty, known.empty);
  setText(held.more, known.more);
  if (kept === false) return;
  [...held.rows.querySelectorAll(".value")].find((node) => node.dataset.value === kept)?.focus({ preventScroll: true });
};

const openDays = (view, { field, name }) => {
  const ends = ["from", "to"].map((end) => {
    const input = make("input", "find day");
    input.type = "date";
    input.setAttribute("aria-label", `${name}, ${end}`);
    input.addEventListener("keydown", (event) => event.stopPropagation());
    return input;
  });
  const clear = make("button", "more", "Clear");
  clear.type = "button";
  const choose = () => {
    const [first, last] = ends.map((input) => input.value);
    if (first || last) view.send({ field, values: [first || last, last || first].sort() });
  };
  const go = make("button", "more", "Choose");
  go.type = "button";
  go.addEventListener("click", choose);
  for (const input of ends) input.addEventListener("keydown", (event) => event.key === "Enter" && choose());
  clear.addEventListener("click", () => view.send({ field: "clear", value: field }));
  const node = make("section", "field", make("h3", "", make("span", "title", name)), make("div", "days", ends[0], "to", ends[1]), make("div", "ways", go, clear));
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", name);
  return { node, ends, clear };
};

const openColumn = (parent) => {
  if (views.has(parent)) return views.get(parent);
  const view = { root: make("section", "list filters"), head: make("button", "all"), body: make("div"), fields: new Map() };
  view.head.type = "button";
  view.head.textContent = "Narrow by";
  view.root.setAttribute("aria-label", "Narrow by");
  const show = (open) => {
    view.head.setAttribute("aria-expanded", String(open));
    view.body.hidden = !open;
  };
  view.head.addEventListener("click", () => show(view.body.hidden));
  show(!window.matchMedia(NARROW).matches);
  view.root.append(make("h2", "", view.head), view.body);
  parent.append(view.root);
  views.set(parent, view);
  return view;
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const view = openColumn(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  for (const known of data.fields) {
    if (!view.fields.has(known.field)) {
      view.fields.set(known.field, openField(view, known));
      view.body.append(view.fields.get(known.field).node);
    }
    fillField(view, view.fields.get(known.field), known);
  }
  for (const known of data.days) {
    if (!view.fields.has(known.field)) {
      view.fields.set(known.field, openDays(view, known));
      view.body.append(view.fields.get(known.field).node);
    }
    const { ends, clear, node } = view.fields.get(known.field);
    [ends[0].value, ends[1].value] = [known.first, known.last];
    clear.hidden = !known.first;
    node.toggleAttribute("data-chosen", Boolean(known.first));
  }
}
