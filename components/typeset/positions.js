const SIGN = { turn: "⇄", like: "≠" };

const signed = (kind, ...children) => {
  const sign = make("span", "sign", SIGN[kind.split(" ")[0]]);
  sign.setAttribute("aria-hidden", "true");
  return make("div", `change ${kind}`, sign, make("div", "", ...children));
};

const changesOf = (row) => {
  const found = [];
  if (row.turn) found.push(signed(row.turn.plain ? "turn plain" : "turn", make("p", "", row.turn.words)));
  if (row.like) {
    const head = make("p", "", `Wording against ${row.like.day || "an earlier statement"}:`);
    found.push(signed("like", head, wordingOf(row.like.wording)));
  }
  return found;
};

const statement = (row, view, send) => {
  const words = withPieces(make("blockquote", "words"), row.words);
  words.dir = "auto";
  const when = make("div", "when-said", make("span", "on", row.day));
  if (row.basis) when.append(make("span", "small", row.basis));
  const stance = make("span", `stance ${row.stance === "states" ? "" : "taken"}`, row.stance);
  const facts = make("p", "small", ...joined([
    row.speaker.length && isolated(row.speaker, "name"),
    stance,
    row.cues.length && isolated(row.cues, "manner"),
    row.mode !== "direct" && make("bdi", "", row.mode),
    row.doubt && make("bdi", "doubt", row.doubt),
    row.carried ? make("bdi", "", row.carried) : row.origin.length && isolated(row.origin),
  ]));
  const [open, passage] = unfolding("Passage", view, row.id, passageOf(row));
  const [more, carriers] = carriedBy(row, view, send);
  const ways = [open, more, row.carriers.length > 1 && wordings(row, send), opener(row, send)];
  facts.append(" ", ...ways.filter(Boolean));
  const mode = ["direct", "mixed", "indirect"].includes(row.mode) ? row.mode : "indirect";
  const told = make("div", `quotation ${mode}`, words, facts, ...[carriers, passage].filter(Boolean));
  told.dir = row.direction;
  const changes = make("div", "changes", ...changesOf(row));
  return make("li", row.turn && !row.turn.plain ? "statement turning" : "statement", when, told, changes);
};

const wordings = (row, send) => {
  const node = make("button", "go", make("bdi", "", "Wordings"));
  node.type = "button";
  node.addEventListener("click", () => send({ field: "statement", value: row.id }));
  return node;
};

const sideOf = (side, send) => {
  const text = withPieces(make("p", "text"), side.passage);
  text.dir = "auto";
  const origin = make("p", "small", ...originOf(side.source), " ", opener(side, send));
  const parts = [make("h4", "", side.label), text, titleOf(side.source), origin];
  if (side.carried) parts.push(make("p", "small", side.carried));
  const node = make("div", "side", ...parts);
  node.dir = side.direction;
  return node;
};

const proposalOf = (row, send) => {
  const head = make("h4", "headline-of", isolated(row.speaker, "name"), " ", isolated(row.headline));
  const reason = withPieces(make("p", "small"), row.reason);
  const sides = make("div", "sides", ...row.sides.map((side) => sideOf(side, send)));
  return make("li", "proposal", head, reason, sides);
};

const proposalsOf = (found, send) => {
  const head = make("header", "", make("h3", "", found.title), make("p", "count", found.count));
  const list = make("ol", "", ...found.rows.map((row) => proposalOf(row, send)));
  const node = make("section", "proposals", head, list);
  node.setAttribute("aria-label", found.title);
  if (found.more) {
    const more = make("button", "more", found.more);
    more.type = "button";
    more.addEventListener("click", () => send({ field: "proposals" }));
    node.append(more);
  }
  return node;
};

export default function (component) {
  const view = drawList(component, statement);
  const { proposals } = component.data;
  const mark = JSON.stringify(proposals);
  if (view.proposed === mark) return;
  view.proposed = mark;
  view.above.replaceChildren(...(proposals ? [proposalsOf(proposals, (event) => view.send(event))] : []));
}
