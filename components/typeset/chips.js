// What is chosen, a button a clause that takes it out, and one that takes out all; Escape does so too.

const strips = new WeakMap();

const openStrip = (parent) => {
  if (strips.has(parent)) return strips.get(parent);
  const view = { root: make("div", "chips"), chips: new Map(), profiles: new Map() };
  const keys = make("kbd", "", "Esc");
  keys.setAttribute("aria-label", "Shortcut Esc");
  view.clear = pressed(view, "clear", make("span", "label", "Clear"), keys);
  view.end = make("div", "end", view.clear);
  parent.append(view.root);
  strips.set(parent, view);
  return view;
};

const pressed = (view, asks, ...children) => {
  const button = make("button", asks, ...children);
  button.type = "button";
  button.addEventListener("click", () => view.send({ field: asks, value: button.dataset.value }));
  return button;
};

const openChip = (view) => {
  const icon = make("span", "icon", "close");
  icon.setAttribute("aria-hidden", "true");
  icon.translate = false;
  const label = make("span", "label");
  const chip = pressed(view, "remove", icon, label);
  chip.addEventListener("pointerenter", () => {
    chip.title = label.scrollWidth > label.clientWidth ? label.textContent : "";
  });
  return chip;
};

const kept = (buttons, field, open) => {
  if (!buttons.has(field)) buttons.set(field, open());
  const button = buttons.get(field);
  button.dataset.value = field;
  return button;
};

const drawChip = (view, { field, label, profile }) => {
  const chip = kept(view.chips, field, () => openChip(view));
  chip.lastChild.textContent = label;
  if (!profile) return [chip];
  const way = kept(view.profiles, field, () => pressed(view, "profile", make("span", "label", "Profile")));
  way.title = profile;
  return [chip, way];
};

const place = (root, nodes) => {
  const wanted = new Set(nodes);
  for (const node of [...root.children]) if (!wanted.has(node)) node.remove();
  nodes.forEach((node, at) => {
    if (root.children[at] !== node) root.insertBefore(node, root.children[at] ?? null);
  });
};

const clearOnEscape = (view) => {
  const onKey = (event) => {
    const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (event.key !== "Escape" || held || event.isComposing || typesIn(event.composedPath()[0])) return;
    event.preventDefault();
    view.clear.click();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
};

export default function ({ data, parentElement, setTriggerValue }) {
  const view = openStrip(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  const chips = data.chips.flatMap((chip) => drawChip(view, chip));
  place(view.root, data.clears ? [...chips, view.end] : chips);
  return data.clears ? clearOnEscape(view) : undefined;
}
