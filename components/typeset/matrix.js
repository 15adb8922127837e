const headButton = (view, field, head) => {
  const node = make("button", "choice head", make("span", "shape", head.shape), isolated(head.name));
  node.type = "button";
  node.dir = "auto";
  node.title = `${head.plain}, ${head.kind}: ${head.count}`;
  node.setAttribute("aria-pressed", String(head.chosen));
  node.addEventListener("click", (event) => {
    view.send({ field, value: head.id, add: event.ctrlKey || event.metaKey || event.shiftKey });
  });
  return node;
};

const headCell = (view, field, head) => {
  const node = make("th", head.chosen ? "chosen" : "", make("div", "", headButton(view, field, head), make("span", "small", head.count)));
  node.scope = field === "about" ? "col" : "row";
  return node;
};

const cellOf = (view, row, column, [count, shade]) => {
  const node = make("td", row.chosen && column.chosen ? "chosen" : "");
  if (!count) {
    node.tabIndex = -1;
    return node;
  }
  const button = make("button", `cell shade-${shade}`, count.toLocaleString("en"));
  button.type = "button";
  button.title = `${row.plain} on ${column.plain}: ${count.toLocaleString("en")}`;
  button.setAttribute("aria-label", `${button.title}. Read them`);
  button.addEventListener("click", () => view.send({ field: "cell", speaker: row.id, about: column.id }));
  node.append(button);
  return node;
};

const stop = (node) => node.querySelector("button") ?? node;

const grid = (view) => [...view.table.rows].map((row) => [...row.cells]);

const makeOneStop = (view, wanted) => {
  for (const node of view.table.querySelectorAll("button")) node.tabIndex = -1;
  const node = wanted ?? view.table.querySelector("td button, th button");
  if (node) node.tabIndex = 0;
};

const walk = (view, event) => {
  const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -999], End: [0, 999] }[event.key] ?? [0, 0];
  if (!down && !right) return;
  const cells = grid(view);
  const here = event.target.closest("th, td");
  const row = cells.findIndex((some) => some.includes(here));
  const column = cells[row].indexOf(here);
  const next = cells[Math.max(0, Math.min(cells.length - 1, row + down))];
  const cell = next[Math.max(0, Math.min(next.length - 1, column + right))];
  event.preventDefault();
  event.stopPropagation();
  const node = stop(cell);
  makeOneStop(view, node.tagName === "BUTTON" ? node : null);
  node.focus();
  view.at = [cells.indexOf(next), next.indexOf(cell)];
};

const openMatrix = (parent) => {
  if (views.has(parent)) return views.get(parent);
  const view = {
    root: make("section", "list matrix"), title: make("h2"), count: make("p", "count"), hint: make("p", "small"), scale: make("p", "small scale"),
    box: make("div", "box"), table: make("table"), empty: make("p", "empty"), ways: make("nav", "ways"),
  };
  view.count.setAttribute("role", "status");
  view.hint.id = "matrix-hint";
  view.hint.textContent = "A row speaks about a column. A cell opens its quotations; arrow keys move among cells.";
  view.table.setAttribute("aria-describedby", view.hint.id);
  view.ways.setAttribute("aria-label", "Other rows and columns");
  view.table.addEventListener("keydown", (event) => walk(view, event));
  view.box.tabIndex = 0;
  view.box.setAttribute("role", "region");
  view.box.setAttribute("aria-label", "Who on whom");
  view.box.append(view.table);
  view.root.append(make("header", "", view.title, view.count), view.hint, view.scale, view.empty, view.box, view.ways);
  parent.append(view.root);
  views.set(parent, view);
  return view;
};

const turner = (view, turn, turns) => {
  const way = (words, label, first) => {
    const node = make("button", "more", words);
    node.type = "button";
    node.disabled = first === null;
    node.setAttribute("aria-label", `${label} ${turn.what}`);
    node.addEventListener("click", () => {
      const [row, column] = turns.map((one) => (one === turn ? first : one.first));
      view.send({ field: "corner", row, column });
    });
    return node;
  };
  return make("p", "turn", way("‹ Previous", "Previous", turn.back), make("span", "small", turn.said), way("Next ›", "Next", turn.next));
};

const drawTable = (view, data) => {
  const corner = make("td", "corner", make("span", "small", "speaks ↓"), " ", make("span", "small", "about →"));
  const head = make("tr", "", corner, ...data.columns.map((column) => headCell(view, "about", column)));
  const rows = data.rows.map((row) =>
    make("tr", "", headCell(view, "speaker", row), ...row.cells.map((cell, at) => cellOf(view, row, data.columns[at], cell))),
  );
  const caption = make("caption", "hidden", "Quotations of each speaker about each name");
  view.table.replaceChildren(caption, make("thead", "", head), make("tbody", "", ...rows));
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const view = openMatrix(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  const wasInside = view.table.contains(view.root.getRootNode().activeElement);
  setText(view.title, data.title);
  setText(view.count, data.count);
  setText(view.empty, data.empty);
  view.hint.hidden = view.box.hidden = !data.rows.length;
  drawTable(view, data);
  view.scale.replaceChildren(...data.scale.map(([shade, least]) => make("span", `cell shade-${shade}`, least)));
  view.scale.hidden = !data.scale.length;
  const onWays = view.ways.contains(view.root.getRootNode().activeElement);
  view.ways.replaceChildren(...data.turns.filter((turn) => turn.said).map((turn) => turner(view, turn, data.turns)));
  if (onWays) view.ways.querySelector("button:not(:disabled)")?.focus({ preventScroll: true });
  const again = view.at && grid(view)[view.at[0]]?.[view.at[1]];
  makeOneStop(view, again?.querySelector("button"));
  if (wasInside && again) stop(again).focus({ preventScroll: true });
}
