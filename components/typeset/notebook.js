const entryRow = (row, view, send) => {
  const words = withPieces(make(row.kind === "quotation" ? "blockquote" : "p", "words"), row.words);
  words.dir = "auto";
  const who = row.speaker.length ? make("p", "speaker", isolated(row.speaker, "name")) : null;
  const keptLine = keptWords(row.kept);
  const facts = make("p", "small", ...joined([
    make("bdi", "kind", row.kind),
    ...row.facts.map((fact) => isolated(fact)),
  ]), " ", ...[opener(row, send)].filter(Boolean), ...keeper(row, send));
  const told = make("button", "go decisions", make("bdi", "", row.decided));
  told.type = "button";
  told.setAttribute("aria-expanded", String(row.opened));
  told.addEventListener("click", () => send({ field: "decisions", value: row.id }));
  const list = make("ol", "history");
  for (const decision of row.decisions) {
    const line = make("li", "small", isolated(decision.words));
    if (decision.id) {
      const undo = make("button", "go", make("bdi", "", "Take back"));
      undo.type = "button";
      undo.addEventListener("click", () => send({ field: "undo", value: decision.id }));
      line.append(" ", undo);
    }
    list.append(line);
  }
  const node = make("li", `entry is-a-${row.kind}${row.gone ? " gone" : ""}`, words, ...(who ? [who] : []), ...(keptLine ? [keptLine] : []), facts, make("p", "small", told), ...(row.opened ? [list] : []));
  return node;
};

export default function (component) {
  drawList(component, entryRow);
}
