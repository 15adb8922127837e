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

const places = new WeakMap();

const placesOf = (parent) => {
  if (!places.has(parent)) places.set(parent, new Map());
  return places.get(parent);
};

const sectionOf = (parent, name) => {
  const known = placesOf(parent);
  if (!known.has(name)) {
    known.set(name, { list: make("div"), pager: make("div") });
    const { list, pager } = known.get(name);
    list.parentSection = make("div", "facts-section", list, pager);
  }
  return known.get(name);
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const send = (event) => setTriggerValue("event", event);
  const shown = data.sections.map((section) => {
    const { list, pager } = sectionOf(parentElement, section.name);
    drawList({ data: section, parentElement: list, setTriggerValue }, factRow);
    redrawPager(pager, section.pager, send);
    return list.parentSection;
  });
  const same = shown.length === parentElement.children.length;
  if (!same || shown.some((node, at) => parentElement.children[at] !== node)) {
    parentElement.replaceChildren(...shown);
  }
}
