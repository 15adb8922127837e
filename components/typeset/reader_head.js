const languageOf = (code) => {
  try {
    return code && new Intl.DisplayNames(["en"], { type: "language" }).of(code);
  } catch {
    return code;
  }
};

const factsOf = (rows) => {
  const list = make("dl", "facts");
  for (const [label, value] of rows) list.append(make("dt", "", label), withPieces(make("dd"), value));
  return list;
};

const articleButton = (view, entry) => {
  const node = make("button", "choice other", isolated(entry.name));
  node.type = "button";
  if (entry.here) node.setAttribute("aria-current", "true");
  node.addEventListener("click", () => view.send({ field: "article", value: entry.id }));
  return make("li", "", node, " ", isolated(entry.note, "note"));
};

const relatedOf = (view, title, entries, left = 0) => {
  if (!entries.length) return [];
  const list = make("ul", "", ...entries.map((entry) => articleButton(view, entry)));
  if (left) list.append(make("li", "note", `and ${left} more`));
  return [make("div", "related", make("h3", "", title), list)];
};

const addressOf = ({ link }) => {
  if (link?.host) return linkTo(link, isolated(link.host, "host"));
  if (!link?.refused) return null;
  return make("span", "host", "Address not opened, as it is no web page: ", isolated(link.refused));
};

const drawHead = (view, head, titled) => {
  const { source, days, byline, printed, language } = head;
  const title = make("h2", "headline-large");
  title.append(...(titled ? titled.pieces.map((piece) => leafOf(view, piece)) : [isolated(head.title)]));
  title.dir = titled?.direction ?? head.direction;
  if (!title.textContent) title.append(make("span", "note", "Title not stated"));
  const day = dayChooser(days, source.published, (event) => view.send(event));
  const origin = make("p", "small origin", ...originOf(source, day));
  const under = joined([byline.length && isolated(byline), languageOf(language), addressOf(source)]);
  const times = printed.map(([field, raw, zone]) =>
    make("bdi", "", `${field} `, isolated(raw, "raw"), zone.length ? " (" : "", isolated(zone), zone.length ? ")" : ""),
  );
  const printedLine = make("p", "small", "As printed: ", ...joined(times));
  const rows = make("details", "fold provenance", make("summary", "", "Where this comes from"), factsOf(head.facts));
  view.head.replaceChildren(
    origin, title,
    ...(under.length ? [make("p", "small", ...under)] : []),
    ...(times.length ? [printedLine] : []),
    ...(head.note ? [make("p", "warning", head.note)] : []),
    ...relatedOf(view, "Versions at this address", head.versions),
    ...relatedOf(view, head.story, head.carriers, head.left),
    rows,
  );
};
