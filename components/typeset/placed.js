const placedRow = (row, view, send) => {
  const open = make("button", "open", isolated(row.name));
  open.type = "button";
  open.setAttribute("aria-pressed", String(row.opened));
  const press = () => send({ field: "open", value: row.id });
  open.addEventListener("click", press);
  const name = make("div", "named", make("h3", "name", open), isolated(row.place, "small place"));
  if (row.chosen) name.append(make("span", "small in-brush", "chosen in the selection"));
  const count = make("div", "told-count", make("span", "", row.count), make("span", "small", row.articles));
  const sure = make("div", `told-sure ${row.band}`, row.sure ? hidden("confidence ") : "", row.sure);
  const why = make("div", "why", isolated(row.reason));
  if (row.roles) why.append(make("span", "small roles", row.roles));
  const node = make("li", row.opened ? "placed opened" : "placed", name, count, sure, why);
  node.addEventListener("click", (event) => {
    if (!event.target.closest("button") && !row.opened) press();
  });
  return node;
};

export default function (component) {
  const view = drawList(component, placedRow);
  const heads = component.data.rows.length ? component.data.heads : [];
  const line = make("div", "heads placed", ...heads.map((head) => make("span", "", head)));
  line.setAttribute("aria-hidden", "true");
  view.above.replaceChildren(...(heads.length ? [line] : []));
}
