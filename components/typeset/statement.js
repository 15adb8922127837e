// A statement's differences, carriers and passage, drawn alike in the column of positions and in
// the wordings of outlets. Differences are told by marks and, to screen readers, in words.

let disclosed = 0;

const SAID = { added: "added: ", left_out: "left out: ", changed: "changed: " };

const inserted = (pieces, label) =>
  make("ins", "", hidden(label), withPieces(make("span"), pieces), hidden(" (end) "));

const deleted = (pieces, label) =>
  make("del", "", hidden(label), withPieces(make("span"), pieces), hidden(" (end) "));

const differenceOf = (stretch) => {
  const { kind, text, other } = stretch;
  if (kind === "same") return [withPieces(make("span", "same"), text)];
  if (kind === "added") return [inserted(text, SAID.added), " "];
  if (kind === "left_out") return [" ", deleted(other, SAID.left_out), " "];
  return [" ", deleted(other, SAID.changed), " ", inserted(text, "to: "), " "];
};

const wordingOf = (stretches, tag = "p", className = "wording") => {
  const node = make(tag, className, ...stretches.flatMap(differenceOf));
  node.dir = "auto";
  return node;
};

const carrierOf = (carrier, send) => {
  const open = make("button", "go", make("bdi", "", "Open article"));
  open.type = "button";
  open.addEventListener("click", () => send({ field: "article", value: carrier.article, at: carrier.at }));
  const first = carrier.first && make("bdi", "first", "first");
  const facts = joined([isolated(carrier.outlet, "outlet"), make("bdi", "when", carrier.when + carrier.times), first]);
  return make("li", "", ...facts, " ", open);
};

const unfolding = (label, view, key, nodes) => {
  const body = make("div", "unfolded", ...nodes);
  body.id = `unfolded-${(disclosed += 1)}`;
  const node = make("button", "disclose", make("bdi", "", label));
  node.type = "button";
  node.setAttribute("aria-controls", body.id);
  const show = (open) => {
    node.setAttribute("aria-expanded", String(open));
    body.hidden = !open;
    view.opened[open ? "add" : "delete"](key);
  };
  node.addEventListener("click", () => show(body.hidden));
  show(view.opened.has(key));
  return [node, body];
};

const passageOf = (row) => {
  const text = withPieces(make("p", "text"), row.passage);
  text.dir = "auto";
  return [text, titleOf(row.source), make("p", "small", ...originOf(row.source))];
};

const carriedBy = (row, view, send) => {
  if (row.carriers.length < 2) return [];
  const list = make("ul", "carriers small", ...row.carriers.map((one) => carrierOf(one, send)));
  const nodes = row.others ? [list, make("p", "small", row.others)] : [list];
  return unfolding("Carried by", view, `${row.id} carriers`, nodes);
};
