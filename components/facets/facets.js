const FIND_MS = 220;
const EDGE_PX = 8;
const PANEL_PX = 480;

const lines = new WeakMap();

const openLine = (parent) => {
  if (lines.has(parent)) return lines.get(parent);
  const view = {
    line: make("div", "line"),
    panel: make("div", "panel"),
    title: make("h2"),
    counted: make("p", "counted"),
    find: make("input", "find"),
    values: make("ul"),
    empty: make("p", "empty"),
    more: make("button", "more"),
    buttons: new Map(),
    open: "",
  };
  view.line.setAttribute("role", "group");
  view.line.setAttribute("aria-label", "Narrow by");
  view.panel.popover = "manual";
  view.panel.id = "facet-values";
  view.panel.setAttribute("role", "group");
  view.find.type = "search";
  view.find.placeholder = "Find by name";
  view.find.setAttribute("aria-label", "Find by name");
  view.find.autocomplete = "off";
  view.empty.setAttribute("role", "status");
  view.more.type = "button";
  view.panel.append(view.title, view.counted, view.find, view.values, view.empty, view.more);
  parent.append(view.line, view.panel);
  lines.set(parent, view);
  listenTo(view);
  return view;
};

const placePanel = (view) => {
  const box = view.buttons.get(view.open)?.getBoundingClientRect();
  if (!box) return;
  const { panel } = view;
  const most = window.innerWidth - panel.offsetWidth - EDGE_PX;
  panel.style.left = `${Math.max(EDGE_PX, Math.min(box.left, most))}px`;
  panel.style.top = `${box.bottom + 4}px`;
  const room = Math.max(160, window.innerHeight - box.bottom - 4 - EDGE_PX);
  panel.style.maxHeight = `${Math.min(PANEL_PX, room)}px`;
};

const tellLater = (view) => {
  clearTimeout(view.closing);
  view.closing = setTimeout(() => view.open || view.send({ field: "open", value: "" }), FIND_MS);
};

const closePanel = (view) => {
  if (!view.open) return;
  clearTimeout(view.finding);
  view.buttons.get(view.open)?.setAttribute("aria-expanded", "false");
  view.open = "";
  if (view.panel.isConnected) view.panel.hidePopover();
  for (const [type, listener, options] of view.outside) window.removeEventListener(type, listener, options);
  tellLater(view);
};

const showPanel = (view) => {
  if (!view.open || view.known?.field !== view.open) return;
  fillPanel(view, view.known);
  if (!view.panel.matches(":popover-open")) view.panel.showPopover();
  placePanel(view);
};

const openPanel = (view, field) => {
  closePanel(view);
  clearTimeout(view.closing);
  view.open = field;
  view.find.value = "";
  const button = view.buttons.get(field);
  button.setAttribute("aria-expanded", "true");
  view.panel.setAttribute("aria-label", button.textContent);
  for (const [type, listener, options] of view.outside) window.addEventListener(type, listener, options);
  view.send({ field: "open", value: field });
  showPanel(view);
};

const listenTo = (view) => {
  const outside = (event) => {
    const path = event.composedPath();
    if (!path.includes(view.panel) && !path.includes(view.line)) closePanel(view);
  };
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = view.buttons.get(view.open);
    closePanel(view);
    button?.focus();
  };
  const moved = (event) => event.target !== view.panel && placePanel(view);
  view.outside = [
    ["pointerdown", outside, true],
    ["keydown", escape, true],
    ["scroll", moved, { capture: true, passive: true }],
    ["resize", moved, false],
  ];
  view.find.addEventListener("input", () => {
    clearTimeout(view.finding);
    const value = view.find.value;
    view.finding = setTimeout(() => view.send({ field: "find", value }), FIND_MS);
  });
  view.line.addEventListener("keydown", (event) => view.open && walk(view, event));
  view.panel.addEventListener("keydown", (event) => {
    event.stopPropagation();
    walk(view, event);
  });
};

const walk = (view, event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const values = [...view.values.querySelectorAll(".value")];
  const focused = view.panel.getRootNode().activeElement;
  const at = values.indexOf(focused.closest?.(".row")?.querySelector(".value"));
  const next = at < 0 ? 0 : Math.max(0, Math.min(values.length - 1, at + step));
  values[next]?.focus();
  event.preventDefault();
};

const bar = (row) => {
  const node = make("span", "bar", make("i"), make("i"));
  node.setAttribute("aria-hidden", "true");
  node.children[0].style.setProperty("--share", `${100 * row.whole}%`);
  node.children[1].style.setProperty("--share", `${100 * row.inside}%`);
  return node;
};

const valueRow = (row, open, send) => {
  const numbers = make("span", "numbers", row.count, make("span", "", row.of));
  const name = isolated(row.name, row.inside ? "" : "none");
  const value = make("button", "value", make("span", "tick", row.chosen ? "✓" : ""), name, numbers, bar(row));
  value.type = "button";
  value.dataset.value = row.value;
  value.title = row.label;
  value.setAttribute("aria-label", row.label);
  value.setAttribute("aria-pressed", String(row.chosen));
  value.addEventListener("click", (event) => {
    send({ field: open.field, value: row.value, add: event.ctrlKey || event.metaKey || event.shiftKey });
  });
  const node = make("li", "row", value);
  if (!open.adds) return node;
  const add = make("button", "add", row.chosen ? "−" : "+");
  add.type = "button";
  add.dataset.value = row.value;
  const said = row.name.map((piece) => piece.text ?? piece).join("");
  add.setAttribute("aria-label", row.chosen ? `Take out ${said}` : `Add ${said}`);
  add.addEventListener("click", () => send({ field: open.field, value: row.value, add: true }));
  node.append(add);
  return node;
};

const fillPanel = (view, open) => {
  const focused = view.panel.getRootNode().activeElement;
  const kept = view.values.contains(focused) && [focused.classList[0], focused.dataset.value];
  setText(view.title, open.title);
  setText(view.counted, `Counted: ${open.counted}`);
  setText(view.empty, open.empty);
  setText(view.more, open.more);
  view.find.hidden = !open.search;
  view.more.onclick = () => view.send({ field: "more" });
  view.values.replaceChildren(...open.rows.map((row) => valueRow(row, open, view.send)));
  if (!kept) return;
  const again = [...view.values.querySelectorAll(`.${kept[0]}`)].find((n) => n.dataset.value === kept[1]);
  const near = [...view.values.querySelectorAll(".value")].find((n) => n.dataset.value === kept[1]);
  (again ?? near)?.focus({ preventScroll: true });
};

const drawLine = (view, facets) => {
  const fields = facets.map((facet) => facet.field).join();
  if (view.fields !== fields) {
    view.buttons = new Map(facets.map((facet) => [facet.field, facetButton(view, facet)]));
    view.line.replaceChildren(make("span", "by", "Narrow by"), ...view.buttons.values());
    view.fields = fields;
  }
  for (const { field, name, said } of facets) {
    const button = view.buttons.get(field);
    const chosen = said.map((piece) => piece.text ?? piece).join("");
    button.toggleAttribute("data-chosen", Boolean(chosen));
    button.setAttribute("aria-label", chosen ? `${name}, narrowed: ${chosen}` : name);
  }
};

const facetButton = (view, { field, name }) => {
  const button = make("button", "facet", name);
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", view.panel.id);
  button.addEventListener("click", () => (view.open === field ? closePanel(view) : openPanel(view, field)));
  return button;
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const view = openLine(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  drawLine(view, data.facets);
  view.known = data.open;
  showPanel(view);
}
