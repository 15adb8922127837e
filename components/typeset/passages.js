const passageRow = (row, view, send) => {
  const text = withPieces(make("p", "text"), row.text);
  text.dir = "auto";
  const day = dayChooser(row.days, row.source.published, send);
  return make("li", "evidence", make("p", "small", ...originOf(row.source, day), ...[opener(row, send), ...keeper(row, send)].filter(Boolean)), titleOf(row.source), text, ...[keptWords(row.kept)].filter(Boolean));
};

const legendOf = (kinds, doubtful) => {
  const list = make("ul", "legend");
  list.setAttribute("aria-label", "How the passages are marked");
  list.append(...kinds.map((kind) => make("li", "", make("span", `is-${kind}`, kind))));
  if (doubtful) list.append(make("li", "", make("span", "is-doubtful", doubtful)));
  return list;
};

export default function (component) {
  const view = drawList(component, passageRow);
  const { kinds, doubtful } = component.data;
  view.above.replaceChildren(...(kinds.length ? [legendOf(kinds, doubtful)] : []));
}
