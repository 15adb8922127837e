const factRow = (row, view, send) => {
  const tell = () => send({ field: "told", what: row.what, value: row.id, words: row.words });
  const line = make("p", "fact-line");
  if (row.before) line.append(`${row.before} `);
  if (row.choice) line.append(chooser("place", row.choice, "place", send));
  else if (row.profile) {
    const open = make("button", "go-to", isolated(row.name));
    open.type = "button";
    open.addEventListener("click", () => send({ field: "profile", value: row.profile }));
    line.append(open);
  } else line.append(isolated(row.name, "stated"));
  const count = make("button", "told", row.count, hidden(`, show them: ${row.words}`));
  count.type = "button";
  count.addEventListener("click", tell);
  const node = make("li", row.outside ? "fact outside" : "fact", line, count);
  if (row.note.length) node.append(isolated(row.note, "small note"));
  node.addEventListener("click", (event) => {
    if (!event.target.closest("button")) tell();
  });
  return node;
};

export default function (component) {
  drawList(component, factRow);
}
