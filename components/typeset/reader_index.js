const WHO = ["person", "organisation", "group", "event"];

const plainOf = (pieces) => pieces.map((piece) => piece.text ?? piece).join("");

const leafFor = (view, key) => {
  const found = [...view.leaves].filter(([, { tokens }]) => tokens.some((token) => keyOf(token) === key));
  const own = found.find(([, { tokens }]) => tokens.includes(key) || tokens.includes(`${key}:content`));
  return (own ?? found[0])?.[0];
};

const reach = (node, block = "center") => {
  const fold = node.closest("details");
  if (fold) fold.open = true;
  node.scrollIntoView({ block });
};

const jump = (view, entry) => {
  const at = ((view.visits.get(entry) ?? -1) + 1) % entry.keys.length;
  const leaf = leafFor(view, entry.keys[at]);
  if (!leaf) return;
  view.visits.set(entry, at);
  reach(leaf);
  leaf.focus({ preventScroll: true });
  showCard(view, leaf);
  light(view, [entry.keys[at]]);
};

const entryOf = (view, entry, kind) => {
  const node = make("button", "entry", shapeOf(kind), isolated(entry.name, kind === "quotation" ? "said" : "name"));
  node.type = "button";
  node.addEventListener("click", () => jump(view, entry));
  node.classList.toggle("doubtful", entry.keys.every((key) => view.records.get(key).doubtful));
  if (entry.keys.length > 1) node.append(make("span", "number", ` ×${entry.keys.length}`));
  if (entry.note.length) node.append(" ", isolated(entry.note, "note"));
  view.entries.push({ node, keys: entry.keys });
  const item = make("li", "", node);
  if (entry.profile) {
    const profile = make("button", "to-profile", "Profile", hidden(" of "), hidden(plainOf(entry.name)));
    profile.type = "button";
    profile.addEventListener("click", () => view.send({ field: "profile", value: entry.profile }));
    item.append(" ", profile);
  }
  return item;
};

const drawIndex = (view, sections) => {
  const nodes = sections.map(({ title, kind, entries, left }) => {
    const list = make("ul", "", ...entries.map((entry) => entryOf(view, entry, kind)));
    if (left) list.append(make("li", "note", left));
    return make("section", "", make("h3", "", title, make("span", "number", ` ${entries.length}`)), list);
  });
  const isWho = (_, at) => WHO.includes(sections[at].kind);
  const who = make("div", "", ...nodes.filter(isWho));
  const what = make("div", "", ...nodes.filter((node, at) => !isWho(node, at)));
  view.index.replaceChildren(who, what);
  view.index.hidden = !nodes.length;
};
