// One slide of a deck as nodes, from the dict that deck.py makes. Text is put in as text alone; a
// drawing comes as SVG of our own, parsed and taken over as nodes.

const made = (tag, className = "", ...children) => {
  const one = document.createElement(tag);
  if (className) one.className = className;
  one.append(...children.filter((child) => child !== null && child !== ""));
  return one;
};

const worded = (tag, className, text) => {
  const one = made(tag, className, text);
  one.dir = "auto";
  return one;
};

const pressed = (className, text, act, label = "") => {
  const one = made("button", className, text);
  one.type = "button";
  if (label) one.setAttribute("aria-label", label);
  one.addEventListener("click", act);
  return one;
};

const between = (parts, mark = " · ") =>
  parts.filter(Boolean).flatMap((part, at) => [at ? mark : "", worded("bdi", "", part)]);

const drawn = ({ svg, words }, className) => {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const figure = made("figure", className);
  if (parsed.localName !== "svg") return figure;
  const drawing = document.importNode(parsed, true);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", words);
  figure.append(drawing);
  return figure;
};

const spokenBy = (said) => {
  const line = made("p", "speaker", worded("bdi", "name", said.speaker));
  if (said.role) line.append(", ", worded("bdi", "role", said.role));
  return line;
};

const quoted = (said, ways) => {
  const words = worded("blockquote", "words", said.words);
  const open = ways.source && said.article;
  const label = `Open in its article: ${said.words.slice(0, 80)}`;
  const way = open ? pressed("way", words, () => ways.source(said), label) : words;
  const facts = made("p", "facts", said.label && made("strong", "label", said.label), said.label && " · ", ...between(said.facts));
  const one = made("figure", `said ${said.mode}`, way, made("figcaption", "", spokenBy(said), facts));
  one.dir = said.direction;
  return one;
};

const statement = (said, ways) => {
  const change = said.change && made("p", "change", "Changed: ", worded("bdi", "", said.change));
  const changed = made("div", "changed", change, said.carried && made("p", "carried", said.carried));
  const stated = made("div", "stated", quoted(said, ways));
  return made("li", `statement${change ? " turning" : ""}`, made("p", "on", said.on), stated, changed);
};

const proposal = (found, ways) => {
  const head = made("p", "check", made("strong", "label", "To check"), " ", worded("bdi", "why", found.why));
  const side = (name, said) => made("div", "side", made("p", "on", `${name}, ${said.on}`), quoted(said, ways));
  const sides = made("div", "sides", side("Earlier", found.earlier), side("Later", found.later));
  return made("section", "proposal", head, sides);
};

const numbered = (line, at) =>
  made("li", "judgment", made("span", "numeral", String(at + 1)), worded("p", "sentence", line));

const tabled = (table) => {
  const heads = table.columns.map((name, at) => {
    const cell = worded("th", table.numeric[at] ? "number" : "", name);
    cell.scope = "col";
    return cell;
  });
  const rows = table.rows.map((row) => {
    const one = made("tr", "", ...row.map((cell, at) => worded("td", table.numeric[at] ? "number" : "", cell)));
    one.dataset.item = "";
    return one;
  });
  return made("table", "", made("thead", "", made("tr", "", ...heads)), made("tbody", "", ...rows));
};

const flowing = (className, nodes, tag = "div") => {
  for (const one of nodes) one.dataset.item = "";
  return made("div", "room", made(tag, `flow ${className}`, ...nodes));
};

const columnsFor = (count) => (count < 4 ? Math.max(1, count) : 2);

const quotations = (slide, ways) => {
  const list = slide.quotations.map((said) => quoted(said, ways));
  const room = flowing("quotations", list);
  room.firstChild.style.setProperty("--columns", columnsFor(list.length));
  return room;
};

const caption = (slide) => slide.beside && worded("p", "caption", slide.beside);

const besides = (figures, slide, ways) => {
  if (!slide.quotations.length && !slide.lines.length) return figures;
  const lines = slide.lines.map((line) => worded("p", "line", line));
  const list = slide.quotations.map((said) => quoted(said, ways));
  return made("div", "pair", figures, flowing("beside", [...lines, ...list]));
};

const mapped = (slide, ways) => {
  const map = slide.map && drawn(slide.map, "map");
  const strip = slide.timeline && drawn(slide.timeline, map ? "strip" : "timeline");
  return besides(made("div", "figures", map, caption(slide), strip), slide, ways);
};

const timed = (slide, ways) =>
  besides(made("div", "figures", slide.timeline && drawn(slide.timeline, "timeline"), caption(slide)), slide, ways);

const positioned = (slide, ways) =>
  flowing("position", [
    ...slide.quotations.map((said) => statement(said, ways)),
    ...slide.reversals.map((found) => made("li", "", proposal(found, ways))),
  ], "ol");

const BODIES = {
  judgments: (slide) => flowing("judgments", slide.lines.map(numbered), "ol"),
  map: mapped,
  timeline: timed,
  quotations,
  position: positioned,
  table: (slide) => made("div", "told-table", made("div", "room", made("div", "flow tabled", tabled(slide.table))), slide.table.more && made("p", "caption", slide.table.more)),
  text: (slide) => flowing("text", slide.lines.map((line) => worded("p", "line", line))),
};

const leading = (slide) => {
  const told = ["quotations", "position", "table"].includes(slide.kind) ? slide.lines : [];
  return told.length ? made("div", "lead", ...told.map((line) => worded("p", "line", line))) : null;
};

const bodyOf = (slide, ways) => {
  if (slide.empty) return made("div", "room", made("div", "flow nothing", leading(slide), made("p", "line", slide.empty)));
  return made("div", "told", leading(slide), BODIES[slide.kind](slide, ways));
};

const headOf = (slide, deck) => {
  const name = worded("p", "paper-name", deck.name);
  const badge = made("p", `badge${deck.badge.live ? " live" : ""}`, deck.badge.words);
  const kicker = slide.words && worded("p", "kicker", slide.words);
  return made("header", "", made("div", "masthead", name, badge), kicker, worded("h1", "headline", slide.headline));
};

const footOf = (slide, deck, ways) => {
  const lines = made("p", "footing", ...between([...slide.footing, ...slide.dropped]));
  const explore = ways.explore && slide.address
    ? pressed("explore", "Explore from here", () => ways.explore(slide), "Explore from here, key E")
    : null;
  const place = made("p", "place", made("span", "page"), made("span", "count", `${slide.number} / ${deck.slides.length}`));
  return made("footer", "", lines, made("div", "ways", explore, place));
};

/* A slide as a section, not yet fitted to its room. `ways`: `explore(slide)`, `source(said, slide)`,
   each absent where there is no way. */
const drawSlide = (slide, deck, given = {}) => {
  const ways = { ...given, source: given.source && ((said) => given.source(said, slide)) };
  const one = made("section", `slide ${slide.kind}`, headOf(slide, deck), bodyOf(slide, ways), footOf(slide, deck, ways));
  one.setAttribute("aria-label", `${slide.number} of ${deck.slides.length}`);
  one.dataset.number = slide.number;
  return one;
};

const HEADS = [1, 0.92, 0.84, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.42];
const SCALES = [2.6, 2.45, 2.3, 2.1, 1.9, 1.7, 1.55, 1.4, 1.28, 1.16, 1.07, 1];

const overflows = (room) => room.scrollHeight > room.clientHeight + 1 || room.scrollWidth > room.clientWidth + 1;

const fitHeadline = (headline) => {
  for (const size of HEADS) {
    headline.style.setProperty("--size", size);
    const line = parseFloat(getComputedStyle(headline).lineHeight);
    if (headline.scrollHeight <= line * 2.4) return;
  }
  headline.classList.add("cut");
};

const firstThat = (values, fits) => {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(values[middle])) high = middle;
    else low = middle + 1;
  }
  return values[low];
};

const cutToRoom = (room, item) => {
  const words = item.querySelectorAll(".words, .sentence, td");
  const texts = words.length ? [...words] : [item];
  for (let lines = 24; lines > 1 && overflows(room); lines -= 1) {
    for (const text of texts) {
      text.classList.add("cut-lines");
      text.style.setProperty("--lines", lines);
    }
  }
};

const scaleFor = (room) => {
  const scaled = (size) => {
    room.firstElementChild.style.setProperty("--scale", size);
    return !overflows(room);
  };
  const scale = firstThat(SCALES, scaled);
  scaled(scale);
  return scale;
};

const pagesOf = (room, items) => {
  const pages = [];
  const show = (from, to) => items.forEach((item, at) => { item.hidden = at < from || at >= to; });
  for (let from = 0; from < items.length;) {
    const ends = items.slice(from).map((_, at) => items.length - at);
    const to = firstThat(ends, (end) => {
      show(from, end);
      return !overflows(room);
    });
    show(from, to);
    if (to === from + 1 && overflows(room)) cutToRoom(room, items[from]);
    pages.push([from, to, scaleFor(room)]);
    room.firstElementChild.style.setProperty("--scale", 1);
    from = to;
  }
  return pages;
};

const fitRoom = (room) => {
  const items = [...room.querySelectorAll("[data-item]")];
  for (const item of items) item.hidden = false;
  const scale = scaleFor(room);
  return overflows(room) && items.length ? pagesOf(room, items) : [[0, items.length, scale]];
};

/* Fit a drawn slide to the room it has, once it stands in the page; the number of its pages. A
   slide that has more than its room holds is told in pages, at a size that can be read. */
const fitSlide = (one) => {
  for (const text of one.querySelectorAll(".cut-lines")) text.classList.remove("cut-lines");
  one.querySelector(".headline").classList.remove("cut");
  const wide = one.querySelectorAll(".tabled, figure:has(> svg)");
  const isColumn = getComputedStyle(one).getPropertyValue("--reads").trim() === "column";
  const room = one.querySelector(".room");
  one.pages = [null];
  for (const part of wide) part.tabIndex = isColumn ? 0 : -1;
  if (isColumn) {
    one.querySelector(".flow")?.style.setProperty("--scale", 1.1);
    for (const item of one.querySelectorAll("[data-item]")) item.hidden = false;
  } else {
    fitHeadline(one.querySelector(".headline"));
    if (room) one.pages = fitRoom(room);
  }
  return one.pages.length;
};

/* Show one page of a fitted slide, counted from 0; the one that is shown. */
const turnTo = (one, page) => {
  const at = Math.max(0, Math.min(page, one.pages.length - 1));
  const range = one.pages[at];
  if (range) {
    [...one.querySelectorAll("[data-item]")].forEach((item, index) => {
      item.hidden = index < range[0] || index >= range[1];
    });
    one.querySelector(".flow").style.setProperty("--scale", range[2]);
  }
  one.querySelector(".page").textContent = one.pages.length > 1 ? `part ${at + 1} of ${one.pages.length}` : "";
  return at;
};
