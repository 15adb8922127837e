const COUNTED = ["mentions", "articles", "quotations by it", "quotations about it"];

const entityRow = (row, view, send) => {
  const open = make("button", "open", isolated(row.name));
  open.type = "button";
  const press = () => send({ field: "profile", value: row.id });
  open.addEventListener("click", press);
  const name = make("h3", "name", kindMark(row.kind), open, hidden(`, ${row.kind}`));
  const counts = row.counts.map((count, at) => make("span", "number", count, hidden(` ${COUNTED[at]}`)));
  const node = make("li", "entity", name, ...counts, make("span", "small days", row.days));
  node.addEventListener("click", (event) => {
    if (!event.target.closest("button")) press();
  });
  return node;
};

export default function (component) {
  const view = drawList(component, entityRow);
  const heads = component.data.rows.length ? component.data.heads : [];
  const line = make("div", "heads entity", ...heads.map((head) => make("span", "", head)));
  line.setAttribute("aria-hidden", "true");
  view.above.replaceChildren(...(heads.length ? [line] : []));
}
