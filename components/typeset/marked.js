// Marks nest and overlap: the text is cut wherever one begins or ends, and each piece of it (a
// leaf) carries the keys of all the marks that it lies in, the innermost first.

const KINDS = {
  person: "people", organisation: "organisations", group: "groups", place: "places",
  event: "events", date: "dates", quotation: "quotations",
};
const SHAPES = { person: "●", organisation: "■", place: "▲", group: "▼", event: "★", date: "□", quotation: "❝" };

const shapeOf = (kind) => {
  const node = make("span", `shape ${kind}`, SHAPES[kind]);
  node.setAttribute("aria-hidden", "true");
  return node;
};

const keyOf = (token) => token.split(":", 1)[0];
const partOf = (token) => token.slice(keyOf(token).length + 1);

const styleOf = (record, token) => {
  const part = partOf(token);
  return part === "content" ? `is-content is-${record.mode}` : `is-${part || record.kind}`;
};

const leafOf = (view, piece) => {
  if (typeof piece === "string") return document.createTextNode(piece);
  const tokens = piece.kinds.split(" ");
  let node = document.createTextNode(piece.text);
  if (tokens.includes("unseen")) {
    node = make("span", "is-unseen", node);
    node.title = piece.note;
  }
  if (tokens.includes("sought")) node = make("span", "is-sought", node);
  if (tokens.includes("dateline")) node = make("span", "is-dateline", node);
  const known = tokens.filter((token) => view.records.has(keyOf(token)));
  for (const token of known) {
    node = make("span", styleOf(view.records.get(keyOf(token)), token), node);
    const parts = view.parts.get(keyOf(token)) ?? [];
    view.parts.set(keyOf(token), [...parts, node]);
  }
  if (!known.length) return node;
  nameSpeakers(view, known);
  const leaf = make("span", "leaf", node);
  view.leaves.set(leaf, { tokens: known, live: known });
  return leaf;
};

const nameSpeakers = (view, tokens) => {
  const named = new Set(tokens.map((token) => view.records.get(token)?.about));
  for (const key of tokens.filter((token) => partOf(token) === "speaker").map(keyOf)) {
    if (named.has(view.records.get(key).about)) view.parts.get(key).at(-1).classList.add("named");
  }
};

const nameTheOthers = (view) => {
  for (const nodes of view.parts.values()) {
    const speakers = nodes.filter((node) => node.classList.contains("is-speaker"));
    if (speakers.some((node) => node.classList.contains("named"))) continue;
    for (const node of speakers) node.classList.add("named");
  }
};

const unmark = (leaf) => {
  for (const name of ["role", "tabindex", "aria-pressed", "aria-disabled"]) leaf.removeAttribute(name);
};

const aim = (view) => {
  const stops = new Set();
  const isStop = (key, part, wanted) => !stops.has(key) && wanted.includes(part) && stops.add(key);
  for (const [leaf, found] of view.leaves) {
    found.live = found.tokens.filter((token) => !view.off.has(view.records.get(keyOf(token)).kind));
    if (!found.live.length) {
      unmark(leaf);
      continue;
    }
    const [token] = found.live;
    const { choice } = view.records.get(keyOf(token));
    leaf.setAttribute("role", "button");
    leaf.toggleAttribute("aria-disabled", !choice);
    if (!choice) leaf.setAttribute("aria-disabled", "true");
    leaf.tabIndex = isStop(keyOf(token), partOf(token), ["", "content"]) ? 0 : -1;
  }
  for (const [leaf, { live: [token] }] of view.leaves) {
    if (token && isStop(keyOf(token), partOf(token), ["speaker", "cue"])) leaf.tabIndex = 0;
  }
  for (const [key, nodes] of view.parts) {
    const record = view.records.get(key);
    for (const node of nodes) {
      node.classList.toggle("off", view.off.has(record.kind));
      node.classList.toggle("is-doubtful", record.doubtful);
    }
  }
};

const press = (view, chosen) => {
  const keys = new Set(chosen);
  for (const [key, nodes] of view.parts) {
    for (const node of nodes) node.classList.toggle("chosen", keys.has(key));
  }
  for (const [leaf, { live: [token] }] of view.leaves) {
    if (!token) continue;
    const { choice } = view.records.get(keyOf(token));
    if (choice) leaf.setAttribute("aria-pressed", String(keys.has(keyOf(token))));
    else leaf.removeAttribute("aria-pressed");
  }
};

const keysOf = (view, leaf) => [...new Set(view.leaves.get(leaf)?.live.map(keyOf) ?? [])];

const light = (view, keys) => {
  for (const node of view.lit) node.classList.remove("lit");
  view.lit = keys.flatMap((key) => view.parts.get(key) ?? []);
  for (const node of view.lit) node.classList.add("lit");
};
