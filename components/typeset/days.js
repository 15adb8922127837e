// Bars of mentions, each a button; arrows walk along them, Shift or a drag spans several.

const built = new WeakMap();

const saidOf = ([words, , , total, inside, said]) => {
  const mentions = inside === total ? `${total} mentions` : `${inside} of ${total} mentions`;
  return `${words}: ${mentions}${said ? `, ${said} quotations by it` : ""}`;
};

const sized = (className, share) => {
  const node = make("span", className);
  node.style.height = `${share * 100}%`;
  return node;
};

const sendSpan = (view, from, to) => {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  view.send({ field: "published", values: [view.data.bins[low][1], view.data.bins[high][2]] });
};

const focusBin = (view, at) => {
  const target = Math.max(0, Math.min(view.bins.length - 1, at));
  for (const [number, node] of view.bins.entries()) node.tabIndex = number === target ? 0 : -1;
  view.at = target;
  view.bins[target]?.focus({ preventScroll: true });
};

const onKey = (view, event) => {
  const moves = { ArrowLeft: view.at - 1, ArrowRight: view.at + 1, Home: 0, End: view.bins.length - 1 };
  if (event.key in moves) {
    event.preventDefault();
    if (event.shiftKey && view.from === null) view.from = view.at;
    if (!event.shiftKey) view.from = null;
    focusBin(view, moves[event.key]);
    paint(view, view.from ?? view.at, view.from === null ? -1 : view.at);
  } else if (["Enter", " "].includes(event.key)) {
    event.preventDefault();
    sendSpan(view, view.from ?? view.at, view.at);
    view.from = null;
  }
};

const paint = (view, from, to) => {
  const [low, high] = to < 0 ? view.data.chosen ?? [1, 0] : [Math.min(from, to), Math.max(from, to)];
  for (const [at, node] of view.bins.entries()) {
    node.classList.toggle("chosen", at >= low && at <= high);
    node.setAttribute("aria-pressed", String(at >= low && at <= high));
  }
};

const binNode = (view, bin, at, most, spoken) => {
  const [, , , total, inside, said] = bin;
  const node = make("button", "bin");
  const upper = make("span", "upper", sized("all", total / most), sized("in", inside / most));
  node.append(upper, make("span", "lower", sized("said", said / spoken)), hidden(saidOf(bin)));
  node.type = "button";
  node.title = saidOf(bin);
  node.tabIndex = at === view.at ? 0 : -1;
  node.addEventListener("pointerdown", (event) => {
    view.pressed = at;
    node.releasePointerCapture?.(event.pointerId);
  });
  node.addEventListener("pointerenter", (event) => {
    if (view.pressed !== null && event.buttons) paint(view, view.pressed, at);
  });
  node.addEventListener("pointerup", (event) => {
    if (view.pressed === null) return;
    sendSpan(view, event.shiftKey ? view.at : view.pressed, at);
    view.at = at;
    view.pressed = null;
  });
  return node;
};

const open = (parent) => {
  if (built.has(parent)) return built.get(parent);
  const view = { root: make("section", "list days"), at: 0, from: null, pressed: null, bins: [] };
  view.title = make("h2");
  view.peak = make("p", "count");
  view.plot = make("div", "plot");
  view.ticks = make("div", "ticks");
  view.note = make("p", "small");
  view.plot.setAttribute("role", "group");
  view.plot.addEventListener("keydown", (event) => onKey(view, event));
  view.plot.addEventListener("pointerleave", () => {
    view.pressed = null;
    paint(view, 0, -1);
  });
  view.root.append(make("header", "", view.title, view.peak), view.plot, view.ticks, view.note);
  parent.append(view.root);
  built.set(parent, view);
  return view;
};

const toTop = (view, entity) => {
  if (view.entity && view.entity !== entity) {
    document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0 });
  }
  view.entity = entity;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const view = open(parentElement);
  const isFocused = view.plot.contains(view.plot.getRootNode().activeElement);
  view.data = data;
  view.send = (event) => setTriggerValue("event", event);
  toTop(view, data.entity);
  const most = Math.max(1, ...data.bins.map((bin) => bin[3]));
  const spoken = Math.max(1, ...data.bins.map((bin) => bin[5]));
  view.at = Math.min(view.at, Math.max(0, data.bins.length - 1));
  view.title.textContent = data.title;
  view.peak.textContent = data.bins.length ? `at most ${most.toLocaleString("en")}` : "";
  view.plot.setAttribute("aria-label", `${data.title}. Arrow keys move, Enter chooses, Shift spans several.`);
  view.bins = data.bins.map((bin, at) => binNode(view, bin, at, most, spoken));
  view.plot.replaceChildren(...view.bins);
  view.plot.hidden = !data.bins.length;
  view.ticks.replaceChildren(
    ...data.ticks.map(([share, words]) => {
      const node = make("span", "", words);
      node.style.insetInlineStart = `${share * 100}%`;
      return node;
    }),
  );
  const legend = ["inside the selection", "all", "quotations by it"];
  const keys = ["in", "all", "said"].map((name, at) => make("span", "key", make("i", name), legend[at]));
  view.note.replaceChildren(...(data.empty ? [data.empty] : [...keys, data.undated]));
  paint(view, 0, -1);
  if (isFocused) focusBin(view, view.at);
}
