const TYPED_MS = 160;
const EDGE_PX = 8;
const PANEL_PX = 460;
const NARROW_PX = 340;

const boxes = new WeakMap();
const shownBoxes = new Set();

const isTyping = (node) =>
  node?.matches?.("input, textarea, select, [contenteditable]:not([contenteditable='false'])") ?? false;

const onSlash = (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.composedPath()[0]) || event.defaultPrevented) return;
  const view = [...shownBoxes].find(({ field }) => field.isConnected);
  if (!view) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  view.field.focus();
  view.field.select();
};

const openBox = (parent) => {
  if (boxes.has(parent)) return boxes.get(parent);
  const view = {
    box: make("div", "box"), field: make("input", "field"), how: make("button", "how", "?"), key: make("span", "key", "/"),
    panel: make("div", "panel"), fault: make("p", "fault"), where: make("p", "where"), kept: make("p", "kept"),
    list: make("ul"), help: make("dl", "help"), helpTitle: make("h2", "", "How to search"),
    keys: make("p", "keys", "/ to come here · Enter to search · Esc to leave"), status: hidden(""),
    offers: { of: "", start: 0, rows: [] }, active: -1, shown: null, isHelped: false, mark: "", typing: 0,
  };
  const { field, panel } = view;
  view.box.setAttribute("role", "search");
  Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false, maxLength: 2000, enterKeyHint: "search" });
  field.placeholder = "Search";
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-label": "Search", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": "search-offers", "aria-keyshortcuts": "/", "aria-describedby": "search-fault",
  })) field.setAttribute(name, value);
  view.how.type = "button";
  view.how.setAttribute("aria-label", "How to search");
  view.how.setAttribute("aria-expanded", "false");
  view.key.setAttribute("aria-hidden", "true");
  view.list.id = "search-offers";
  view.list.setAttribute("role", "listbox");
  view.list.setAttribute("aria-label", "Names that go on so");
  view.fault.id = "search-fault";
  view.status.setAttribute("role", "status");
  panel.popover = "manual";
  panel.append(view.fault, view.where, view.kept, view.list, view.helpTitle, view.help, view.keys);
  view.box.append(field, view.key, view.how, view.status);
  parent.append(view.box, panel);
  boxes.set(parent, view);
  listenTo(view);
  return view;
};

const placePanel = (view) => {
  const box = view.box.getBoundingClientRect();
  const width = Math.min(Math.max(box.width, NARROW_PX, view.isHelped ? 520 : 0), window.innerWidth - 2 * EDGE_PX);
  const left = Math.max(EDGE_PX, Math.min(box.left, window.innerWidth - width - EDGE_PX));
  Object.assign(view.panel.style, {
    left: `${left}px`, top: `${box.bottom + 4}px`, width: `${width}px`,
    maxHeight: `${Math.max(140, Math.min(PANEL_PX, window.innerHeight - box.bottom - 12))}px`,
  });
};

const showPanel = (view) => {
  const rows = view.field.value === view.offers.of ? view.offers.rows : [];
  const isFocused = view.field.getRootNode().activeElement === view.field;
  const hasFault = Boolean(view.told);
  const isOpen = view.isHelped || (isFocused && !view.isClosed && (rows.length > 0 || hasFault));
  for (const node of [view.fault, view.where, view.kept]) node.hidden = view.isHelped || !hasFault;
  view.where.hidden ||= !view.where.childNodes.length;
  view.list.hidden = view.isHelped || !rows.length;
  for (const node of [view.helpTitle, view.help, view.keys]) node.hidden = !view.isHelped;
  view.field.setAttribute("aria-expanded", String(isOpen && !view.list.hidden));
  view.how.setAttribute("aria-expanded", String(view.isHelped));
  if (!isOpen) {
    if (view.panel.matches(":popover-open")) view.panel.hidePopover();
    return;
  }
  if (!view.panel.matches(":popover-open")) view.panel.showPopover();
  placePanel(view);
};

const closePanel = (view) => {
  view.isHelped = false;
  view.isClosed = true;
  showPanel(view);
};

const light = (view, at) => {
  const nodes = [...view.list.children];
  view.active = nodes.length ? (at + nodes.length + 1) % (nodes.length + 1) : -1;
  if (view.active === nodes.length) view.active = -1;
  nodes.forEach((node, place) => {
    node.classList.toggle("active", place === view.active);
    node.setAttribute("aria-selected", String(place === view.active));
  });
  const active = nodes[view.active];
  if (active) view.field.setAttribute("aria-activedescendant", active.id);
  else view.field.removeAttribute("aria-activedescendant");
  active?.scrollIntoView({ block: "nearest" });
};

const take = (view, row) => {
  const { field, offers } = view;
  const rest = field.value.slice(view.caret).replace(/^[^\s()]*/, "");
  const before = field.value.slice(0, offers.start) + row.token;
  field.value = `${before} ${rest.trimStart()}`;
  field.setSelectionRange(before.length + 1, before.length + 1);
  view.offers = { of: "", start: 0, rows: [] };
  light(view, -1);
  field.focus();
  showPanel(view);
};

const ask = (view) => {
  clearTimeout(view.typing);
  view.isClosed = true;
  view.told = null;
  view.send({ field: "search", value: view.field.value });
  showPanel(view);
};

const onKey = (view, event) => {
  event.stopPropagation();
  const rows = view.list.hidden ? [] : view.offers.rows;
  if (event.isComposing) return;
  if (event.key === "Enter") {
    event.preventDefault();
    if (rows[view.active]) take(view, rows[view.active]);
    else ask(view);
  } else if (event.key === "Escape") {
    event.preventDefault();
    const isOpen = view.panel.matches(":popover-open");
    closePanel(view);
    if (isOpen && !view.told) return;
    view.field.value = view.told ? view.field.value : view.shown;
    view.field.blur();
  } else if (rows.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    light(view, event.key === "ArrowDown" ? view.active + 1 : view.active < 0 ? rows.length - 1 : view.active - 1);
  }
};

const listenTo = (view) => {
  const { field } = view;
  field.addEventListener("input", () => {
    view.isClosed = view.isHelped = false;
    view.told = null;
    field.classList.remove("wrong");
    field.removeAttribute("aria-invalid");
    clearTimeout(view.typing);
    view.caret = field.selectionStart ?? field.value.length;
    view.typing = setTimeout(() => view.send({ field: "typed", value: field.value, at: view.caret }), TYPED_MS);
    light(view, -1);
    showPanel(view);
  });
  field.addEventListener("keydown", (event) => onKey(view, event));
  for (const type of ["keyup", "keypress"]) view.box.addEventListener(type, (event) => event.stopPropagation());
  field.addEventListener("focus", () => {
    view.isClosed = false;
    showPanel(view);
  });
  field.addEventListener("blur", () => setTimeout(() => showPanel(view), 120));
  view.how.addEventListener("click", () => {
    view.isHelped = !view.isHelped;
    showPanel(view);
  });
  view.how.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !view.isHelped) return;
    event.stopPropagation();
    closePanel(view);
  });
  view.panel.addEventListener("pointerdown", (event) => event.preventDefault());
  view.outside = (event) => {
    const path = event.composedPath();
    if (view.isHelped && !path.includes(view.panel) && !path.includes(view.box)) closePanel(view);
  };
  view.moved = (event) => view.panel.matches(":popover-open") && event.target !== view.panel && placePanel(view);
};

const arrive = (view) => {
  shownBoxes.add(view);
  window.addEventListener("pointerdown", view.outside, true);
  window.addEventListener("scroll", view.moved, { capture: true, passive: true });
  window.addEventListener("resize", view.moved);
  window.addEventListener("keydown", onSlash, true);
};

const leave = (view) => {
  shownBoxes.delete(view);
  window.removeEventListener("pointerdown", view.outside, true);
  window.removeEventListener("scroll", view.moved, { capture: true });
  window.removeEventListener("resize", view.moved);
  if (!shownBoxes.size) window.removeEventListener("keydown", onSlash, true);
};

const offerRow = (view, row, at) => {
  const node = make("li", "offer", make("span", "of", row.field), isolated(row.name), make("span", "number", row.count));
  node.id = `search-offer-${at}`;
  node.setAttribute("role", "option");
  node.setAttribute("aria-selected", "false");
  node.addEventListener("click", () => take(view, row));
  return node;
};

const drawFault = (view, fault) => {
  view.told = fault;
  view.field.classList.toggle("wrong", Boolean(fault));
  if (!fault) {
    view.field.removeAttribute("aria-invalid");
    view.fault.replaceChildren();
    return;
  }
  view.field.setAttribute("aria-invalid", "true");
  view.fault.replaceChildren(isolated(fault.said));
  const spot = withPieces(make("span", "spot"), fault.spot);
  view.where.replaceChildren(...(fault.spot.length ? [isolated(fault.before), spot, isolated(fault.after)] : []));
  view.kept.replaceChildren(isolated(fault.kept));
  view.status.textContent = `${view.fault.textContent} ${view.kept.textContent}`;
  view.isClosed = false;
  if (fault.at >= 0) view.field.setSelectionRange(fault.at, Math.min(fault.at + 1, view.field.value.length));
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const view = openBox(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  if (data.shown !== view.shown) {
    view.field.value = data.shown;
    view.shown = data.shown;
  }
  view.field.classList.toggle("held", Boolean(data.shown) && !data.fault);
  const mark = JSON.stringify(data.fault);
  if (mark !== view.mark) {
    view.mark = mark;
    drawFault(view, data.fault);
  }
  view.offers = data.offers;
  view.list.replaceChildren(...data.offers.rows.map((row, at) => offerRow(view, row, at)));
  view.active = -1;
  if (!view.help.childNodes.length) {
    view.help.replaceChildren(...data.help.flatMap(([typed, means]) => [make("dt", "", typed), make("dd", "", means)]));
  }
  showPanel(view);
  arrive(view);
  return () => leave(view);
}
