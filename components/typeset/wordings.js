const formOf = (form, view, send) => {
  const head = make("h4", "", form.label);
  const words = wordingOf(form.wording, "blockquote", "wording words");
  const facts = make("p", "small", ...joined([make("bdi", "", form.marks), form.cue.length && isolated(form.cue, "manner")]));
  const [open, passage] = unfolding("Passage", view, form.id, passageOf(form));
  facts.append(" ", open);
  const carriers = make("ul", "carriers small", ...form.carriers.map((one) => carrierOf(one, send)));
  const nodes = [head, words, facts, carriers];
  if (form.others) nodes.push(make("p", "small", form.others));
  const node = make("li", "form", ...nodes, passage);
  node.dir = form.direction;
  return node;
};

const paraphraseOf = (row, send) => {
  const words = withPieces(make("blockquote", "words"), row.words);
  words.dir = "auto";
  const facts = joined([make("bdi", "", row.likeness), make("bdi", "", row.day), row.origin.length && isolated(row.origin)]);
  const node = make("li", "paraphrase", words, make("p", "small", ...facts, " ", opener(row, send)));
  node.dir = row.direction;
  return node;
};

const paraphrasesOf = (found, send) => {
  if (!found) {
    const ask = make("button", "more", "Look for the same in other words");
    ask.type = "button";
    ask.addEventListener("click", () => send({ field: "paraphrases" }));
    return ask;
  }
  const list = make("ol", "", ...found.rows.map((row) => paraphraseOf(row, send)));
  const nodes = [make("h4", "", found.title), list];
  if (found.empty) nodes.push(make("p", "small", found.empty));
  return make("section", "paraphrases", ...nodes);
};

const openedOf = (opened, view, send) => {
  const node = make("div", "opened-forms", make("ol", "", ...opened.forms.map((form) => formOf(form, view, send))));
  if (opened.more) {
    const more = make("button", "more", opened.more);
    more.type = "button";
    more.addEventListener("click", () => send({ field: "forms" }));
    node.append(more);
  }
  node.append(paraphrasesOf(opened.paraphrases, send));
  return node;
};

const shared = (row, view, send) => {
  const open = withPieces(make("button", "open"), row.words);
  open.type = "button";
  open.dir = "auto";
  open.setAttribute("aria-expanded", String(Boolean(row.opened)));
  open.addEventListener("click", () => send({ field: "statement", value: row.opened ? "" : row.id }));
  const facts = make("p", "small", ...joined([
    isolated(row.speaker, "name"),
    row.role.length && isolated(row.role),
    row.carried && make("bdi", "", row.carried),
    make("bdi", "", row.forms),
    row.first.length && isolated(row.first),
    dayChooser(row.days, null, send),
  ]));
  const node = make("li", row.opened ? "shared opened" : "shared", make("h3", "shared-words", open), facts);
  if (row.opened) node.append(openedOf(row.opened, view, send));
  node.dir = row.direction;
  return node;
};

export default function (component) {
  drawList(component, shared);
}
