const FIND_MS = 220;
const LINES = { ArrowDown: 1, ArrowUp: -1 };

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

const finder = (view) => {
  const find = make("input", "find");
  find.type = "search";
  find.placeholder = "Find by name";
  find.autocomplete = "off";
  find.setAttribute("aria-label", "Find by name");
  find.addEventListener("input", () => {
    clearTimeout(view.finding);
    view.finding = setTimeout(() => view.send({ field: "find", value: find.value }), FIND_MS);
  });
  find.addEventListener("keydown", (event) => event.stopPropagation());
  return find;
};

const pager = (view, label) => {
  const step = (name, mark) => {
    const node = make("button", "turn", mark);
    node.type = "button";
    node.setAttribute("aria-label", `${name} page of the list`);
    node.addEventListener("click", () => node.getAttribute("aria-disabled") === "true" || turn(view, name, label));
    return [name, node];
  };
  const steps = new Map([step("First", "⇤"), step("Previous", "← Previous"), step("Next", "Next →"), step("Last", "⇥")]);
  const nav = make("nav", "pages", ...steps.values());
  nav.setAttribute("aria-label", label);
  return { nav, steps };
};

const firstOf = ({ first, rows, total }) => ({
  First: 0,
  Previous: Math.max(0, first - rows),
  Next: first + rows,
  Last: Math.floor(Math.max(0, total - 1) / rows) * rows,
});

const turn = (view, name, label) => {
  view.isTurned = label;
  view.send({ field: "turn", value: firstOf(view.pages)[name] });
};

const setPages = (view, { nav, steps }) => {
  const { first, rows, total } = view.pages;
  nav.hidden = total <= rows;
  const isAtEnd = { First: first === 0, Previous: first === 0, Next: first + rows >= total, Last: first + rows >= total };
  for (const [name, node] of steps) node.setAttribute("aria-disabled", String(isAtEnd[name]));
};

const furnish = (view) => {
  view.find = finder(view);
  view.top = pager(view, "Pages, above the list");
  view.bottom = pager(view, "Pages, below the list");
  view.root.querySelector("header").append(view.find, view.top.nav);
  view.root.append(view.bottom.nav);
  view.title.tabIndex = -1;
  view.inside.addEventListener("keydown", (event) => {
    const open = event.target.closest(".open");
    if (!open || !LINES[event.key]) return;
    const all = [...view.inside.querySelectorAll(".open")];
    const next = all[all.indexOf(open) + LINES[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
};

const beginAgain = (view) => {
  const isBelow = view.isTurned === "Pages, below the list";
  view.isTurned = "";
  if (!isBelow) return;
  view.root.scrollIntoView({ block: "start" });
  view.title.focus({ preventScroll: true });
};

export default function (component) {
  const { data } = component;
  const view = drawList(component, placedRow);
  if (!view.find) furnish(view);
  const isNew = view.pages?.first !== data.pages.first;
  view.pages = data.pages;
  setPages(view, view.top);
  setPages(view, view.bottom);
  const isTyping = view.find.getRootNode().activeElement === view.find;
  if (!isTyping && view.find.value.trim() !== data.words) view.find.value = data.words;
  const heads = data.rows.length ? data.heads : [];
  const line = make("div", "heads placed", ...heads.map((head) => make("span", "", head)));
  line.setAttribute("aria-hidden", "true");
  view.above.replaceChildren(...(heads.length ? [line] : []));
  if (isNew) beginAgain(view);
}
