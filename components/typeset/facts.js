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

const roots = new WeakMap();

const rootOf = (parent) => {
  if (!roots.has(parent)) {
    const root = make("div");
    parent.append(root);
    roots.set(parent, { root, sections: new Map() });
  }
  return roots.get(parent);
};

const sectionOf = ({ sections }, name) => {
  if (!sections.has(name)) {
    const [list, pager] = [make("div"), make("div")];
    sections.set(name, { list, pager, whole: make("div", "facts-section", list, pager) });
  }
  return sections.get(name);
};

export default function ({ data, parentElement, setTriggerValue }) {
  const view = rootOf(parentElement);
  const shown = data.sections.map((section) => {
    const { list, pager, whole } = sectionOf(view, section.name);
    drawList({ data: section, parentElement: list, setTriggerValue }, factRow);
    redrawPager(pager, section.pager, (event) => setTriggerValue("event", event));
    return whole;
  });
  fill(view.root, shown);
}
