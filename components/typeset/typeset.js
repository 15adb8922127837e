// Text from articles reaches the page as text nodes only; elements come from `make` alone.

const make = (tag, className = "", ...children) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
};

const withPieces = (node, pieces) => {
  for (const piece of pieces ?? []) {
    if (typeof piece === "string") {
      node.append(document.createTextNode(piece));
      continue;
    }
    const kinds = piece.kinds.split(" ");
    const span = make("span", kinds.map((kind) => `is-${kind}`).join(" "), piece.text);
    if (piece.note) span.title = piece.note;
    node.append(span);
  }
  return node;
};

const isolated = (pieces, className = "") => withPieces(make("bdi", className), pieces);

const hidden = (text) => make("span", "hidden", text);

const joined = (nodes, between = " · ") =>
  nodes.filter(Boolean).flatMap((node, at) => (at ? [make("span", "dot", between), node] : [node]));

const webAddress = (href) => {
  try {
    return ["http:", "https:"].includes(new URL(href).protocol) ? href : null;
  } catch {
    return null;
  }
};

const linkTo = (link, content) => {
  const href = link?.href && webAddress(link.href);
  if (!href) return content;
  const anchor = make("a", "", content);
  anchor.href = href;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  anchor.referrerPolicy = "no-referrer";
  return anchor;
};

const originOf = (source, day) => {
  const { origin, published, updated } = source;
  return joined([
    origin && isolated(origin),
    day ?? (published && make("bdi", "when", `published ${published}`)),
    updated && make("bdi", "when", `updated ${updated}`),
  ]);
};

const titleOf = (source) => {
  const { host, refused } = source.link ?? {};
  const node = make("p", "headline");
  if (source.title) node.append(linkTo(source.link, isolated(source.title, "title")));
  if (host) {
    const address = isolated(host, "host");
    node.append(source.title ? " " : "", source.title ? address : linkTo(source.link, address));
  }
  if (refused) {
    node.append(make("span", "host", " Address not opened, as it is no web page: ", isolated(refused)));
  }
  return node;
};

const chooser = (field, choice, className, send) => {
  const node = make("button", `choice ${className}`, isolated(choice.name));
  node.type = "button";
  node.setAttribute("aria-pressed", String(choice.chosen));
  node.addEventListener("click", (event) => {
    send({ field, value: choice.id, add: event.ctrlKey || event.metaKey || event.shiftKey });
  });
  return node;
};

const dayChooser = (days, words, send, field = "published") => {
  if (!days) return make("bdi", "", "date not stated");
  const time = make("time", "", words ?? days.words);
  time.dateTime = days.first === days.last ? days.first : days.first.slice(0, 7);
  const node = make("button", "choice day", time);
  node.type = "button";
  node.title = field === "spoken" ? "Choose what speaks of these days" : "Choose what was published then";
  if (days.chosen !== undefined) node.setAttribute("aria-pressed", String(days.chosen));
  node.addEventListener("click", () => {
    send({ field, values: [days.first, days.last] });
  });
  return make("bdi", "when", node);
};

const opener = (row, send) => {
  if (!row.article) return null;
  const node = make("button", "go opener", make("bdi", "", "Open article"));
  node.type = "button";
  node.addEventListener("click", () => send({ field: "article", value: row.article, at: row.at }));
  return node;
};

const deepFocus = () => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node;
};

const listInUse = (lists, focused) => {
  const shown = lists.filter(({ root }) => root.isConnected && root.getClientRects().length);
  return shown.find(({ root }) => root.contains(focused)) ?? shown[0];
};

const STEPS = { j: 1, k: -1 };

const onRowKey = (lists, event) => {
  const [target] = event.composedPath();
  if (event.ctrlKey || event.metaKey || event.altKey || typesIn(target)) return;
  const focused = deepFocus();
  const list = listInUse(lists, focused);
  if (!list || !["j", "k", "o"].includes(event.key)) return;
  const rows = [...list.root.querySelectorAll("li[data-row]")];
  const at = rows.indexOf(focused?.closest?.("li[data-row]"));
  event.preventDefault();
  if (event.key === "o") {
    rows[at]?.querySelector("button.opener, button.open")?.click();
    return;
  }
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + STEPS[event.key]))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
};

const listenForRows = (view) => {
  if (!window.datelineLists) {
    window.datelineLists = [];
    document.addEventListener("keydown", (event) => onRowKey(window.datelineLists, event));
  }
  window.datelineLists = [...window.datelineLists.filter(({ root }) => root.isConnected), view];
};

const views = new WeakMap();

const openView = (parent) => {
  if (views.has(parent)) return views.get(parent);
  const view = {
    root: make("section", "list"),
    title: make("h2"),
    count: make("p", "count"),
    above: make("div", "above"),
    scroller: make("div", "scroller"),
    inside: make("ol"),
    divider: make("h3", "divider"),
    outside: make("ol", "outside"),
    empty: make("p", "empty"),
    more: make("button", "more"),
    rows: new Map(),
    opened: new Set(),
    order: [],
  };
  view.scrolled = 0;
  view.scroller.addEventListener("scroll", () => { view.scrolled = view.scroller.scrollTop; });
  view.count.setAttribute("role", "status");
  view.more.type = "button";
  view.scroller.append(view.above, view.inside, view.empty, view.divider, view.outside, view.more);
  view.root.append(make("header", "", view.title, view.count), view.scroller);
  parent.append(view.root);
  views.set(parent, view);
  listenForRows(view);
  return view;
};

const setText = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
  node.hidden = !text;
};

const setScrolling = (view, height) => {
  view.scroller.style.maxHeight = height ? `${height}px` : "";
  view.scroller.classList.toggle("scrolls", Boolean(height));
  if (height) {
    view.scroller.tabIndex = 0;
    view.scroller.setAttribute("role", "region");
    view.scroller.setAttribute("aria-label", view.title.textContent);
  }
};

const fill = (list, nodes) => {
  const same = list.children.length === nodes.length && nodes.every((n, i) => list.children[i] === n);
  if (!same) list.replaceChildren(...nodes);
  list.hidden = !nodes.length;
};

const rowNode = (view, row, build) => {
  const mark = JSON.stringify(row);
  const known = view.rows.get(row.id);
  if (known?.mark === mark) return known.node;
  const node = build(row);
  node.dataset.row = row.id;
  node.tabIndex = -1;
  view.rows.set(row.id, { mark, node });
  return node;
};

const focusPlace = (view) => {
  const focused = view.root.getRootNode().activeElement;
  const row = focused?.closest?.("li[data-row]");
  if (!row) return null;
  const at = [...row.querySelectorAll("button, a")].indexOf(focused);
  return { id: row.dataset.row, at, top: row.getBoundingClientRect().top };
};

const keepPlace = (view, focus, order, scrolled) => {
  const shared = Math.min(order.length, view.order.length);
  const isSameList = shared > 0 && order.slice(0, shared).every((id, i) => id === view.order[i]);
  const node = focus && view.rows.get(focus.id)?.node;
  if (node?.isConnected) {
    const target = node.querySelectorAll("button, a")[focus.at];
    if (target && target !== view.root.getRootNode().activeElement) {
      target.focus({ preventScroll: true });
    }
    view.scroller.scrollTop += node.getBoundingClientRect().top - focus.top;
  } else if (scrolled) {
    view.scroller.scrollTop = isSameList ? scrolled : 0;
  }
};

const drawList = (component, build) => {
  const { data, parentElement, setTriggerValue } = component;
  const view = openView(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  const send = (event) => view.send(event);
  const focus = focusPlace(view);
  const scrolled = view.scrolled;
  setText(view.title, data.title);
  setText(view.count, data.count);
  setText(view.empty, data.empty);
  setText(view.divider, data.outside ?? "");
  setText(view.more, data.more);
  view.more.onclick = () => send({ field: "more" });
  setScrolling(view, data.height);
  const nodes = data.rows.map((row) => rowNode(view, row, (fresh) => build(fresh, view, send)));
  const isInside = (_, at) => data.rows[at].inside !== false;
  fill(view.inside, nodes.filter(isInside));
  fill(view.outside, nodes.filter((node, at) => !isInside(node, at)));
  const order = data.rows.map((row) => row.id);
  keepPlace(view, focus, order, scrolled);
  if (data.focus && data.focus !== view.wasFocused) {
    view.title.tabIndex = -1;
    view.title.focus({ preventScroll: true });
    view.wasFocused = data.focus;
  }
  const present = new Set(order);
  for (const id of view.rows.keys()) if (!present.has(id)) view.rows.delete(id);
  view.order = order;
  return view;
};
