const articleRow = (row, view, send) => {
  const title = make("button", "open", row.title.length ? isolated(row.title) : "Title not stated");
  title.type = "button";
  title.addEventListener("click", () => send({ field: "article", value: row.id }));
  const heading = make("h3", "title", title);
  heading.dir = row.direction;
  const passage = withPieces(make("p", "text"), row.passage);
  passage.dir = "auto";
  const { published, updated } = row.source;
  const outlet = row.outlet.length ? isolated(row.outlet, "outlet") : make("bdi", "outlet", "Outlet not stated");
  const when = make("p", "small when-and-who", outlet, " ", ...(row.agency.length ? [isolated(row.agency), " "] : []));
  when.append(dayChooser(row.days, published, send), updated ? " " : "");
  if (updated) when.append(make("bdi", "when", `updated ${updated}`));
  const facts = make("ul", "small counts", ...row.counts.map((count) => make("li", "", count)));
  if (row.versions) facts.append(make("li", "", make("span", "edition", row.versions)));
  if (row.carriers.length) facts.append(make("li", "", isolated(row.carriers)));
  return make("li", "article", when, make("div", "told", heading, ...(row.passage.length ? [passage] : [])), facts);
};

export default function (component) {
  drawList(component, articleRow);
}
