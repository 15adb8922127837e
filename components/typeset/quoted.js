let numbered = 0;

const speakerOf = (row, send) => {
  const { id, name } = row.speaker;
  const line = make("p", "speaker");
  if (id) line.append(chooser("speaker", row.speaker, "name", send));
  else line.append(name.length ? isolated(name, "name") : make("span", "unnamed", "Speaker not stated"));
  if (row.role.length) line.append(make("span", "role", ", ", isolated(row.role)));
  return line;
};

const factsOf = (row, send) => {
  const places = row.places.map((place) => chooser("place", place, "place", send));
  if (row.other_places) places.push(make("bdi", "", `${row.other_places} more`));
  const spoken = row.spoken.map((days) => dayChooser(days, null, send, "spoken"));
  return joined([
    ...row.manner.map((part) => isolated(part, "manner")),
    row.doubt && make("bdi", "doubt", row.doubt),
    places.length && make("span", "places", hidden("names "), ...joined(places, ", ")),
    spoken.length && make("bdi", "", "speaks of ", ...joined(spoken, ", ")),
    dayChooser(row.days, null, send),
    row.origin.length && isolated(row.origin),
  ]);
};

const discloser = (row, view, passage) => {
  const node = make("button", "disclose", make("bdi", "", "Passage"));
  node.type = "button";
  passage.id = `passage-${(numbered += 1)}`;
  node.setAttribute("aria-controls", passage.id);
  const show = (open) => {
    node.setAttribute("aria-expanded", String(open));
    passage.hidden = !open;
    view.opened[open ? "add" : "delete"](row.id);
  };
  node.addEventListener("click", () => show(passage.hidden));
  show(view.opened.has(row.id));
  return node;
};

const quotation = (row, view, send) => {
  const words = withPieces(make("blockquote", "words"), row.words);
  words.dir = "auto";
  const text = withPieces(make("p", "text"), row.passage);
  text.dir = "auto";
  const origin = make("p", "small", ...originOf(row.source));
  const passage = make("div", "passage", text, titleOf(row.source), origin);
  const ways = [discloser(row, view, passage), opener(row, send), ...keeper(row, send)].filter(Boolean);
  const facts = make("p", "small", ...factsOf(row, send), " ", ...ways);
  const mode = ["direct", "mixed", "indirect"].includes(row.mode) ? row.mode : "indirect";
  const node = make("li", `quotation ${mode}${row.doubt ? " doubtful" : ""}`, words, speakerOf(row, send), facts, ...[keptWords(row.kept)].filter(Boolean), passage);
  node.dir = row.direction;
  return node;
};
