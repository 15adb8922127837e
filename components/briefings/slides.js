const moveKeys = { ArrowUp: -1, ArrowDown: 1 };

const onSlideKey = (view, event) => {
  const row = event.target.closest("li[data-row]");
  const by = moveKeys[event.key];
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (by && event.altKey) {
    const rows = [...view.root.querySelectorAll("li[data-row]")];
    const place = rows.indexOf(row) + by;
    if (place >= 0 && place < rows.length) view.send({ field: "move", value: row.dataset.row, by });
  } else if (by) {
    const rows = [...view.root.querySelectorAll("li[data-row]")];
    const next = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + by))];
    next.querySelector(".slide-name").focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Delete") {
    view.leaving = [...view.root.querySelectorAll("li[data-row]")].indexOf(row);
    view.send({ field: "delete", value: row.dataset.row });
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
};

const slideRow = (row, view, send) => {
  const value = row.id;
  const which = `slide ${row.number}`;
  const name = make(
    "button", "open slide-name",
    row.headline.length ? isolated(row.headline, "headline") : make("span", "headline none", "No headline yet"),
  );
  name.type = "button";
  name.setAttribute("aria-pressed", String(row.chosen));
  name.setAttribute("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown Delete");
  name.addEventListener("click", () => send({ field: "choose", value }));
  const kind = make("p", "small kind-line", ...joined([make("span", "kind", row.kind), row.unsaved ? make("span", "unsaved", "not saved yet") : null]));
  const up = asking("↑", { field: "move", value, by: -1 }, send, `Move ${which} up`);
  up.setAttribute("aria-disabled", String(row.number === 1));
  const down = asking("↓", { field: "move", value, by: 1 }, send, `Move ${which} down`);
  down.setAttribute("aria-disabled", String(row.number === row.of));
  const acts = make(
    "p", "acts", up, down,
    asking("Duplicate", { field: "duplicate", value }, send, `Duplicate ${which}`),
    asking("Delete", { field: "delete", value }, send, `Delete ${which}`),
    asking("Open the view", { field: "view", value }, send, `Open the view of ${which}`),
  );
  const told = [row.words.length && make("p", "small", isolated(row.words)), row.counts && make("p", "small", row.counts)].filter(Boolean);
  const body = make("div", "body", kind, name, ...told, acts);
  return make("li", `slide${row.chosen ? " chosen" : ""}`, make("span", "number", String(row.number)), body);
};

export default function (component) {
  const view = openView(component.parentElement);
  if (!view.hint) {
    view.hint = make("p", "small hint");
    view.root.querySelector("header").after(view.hint);
    view.root.addEventListener("keydown", (event) => onSlideKey(view, event));
  }
  setText(view.hint, component.data.hint);
  drawList(component, slideRow);
  if (view.leaving !== undefined && view.leaving >= 0) {
    const rows = view.root.querySelectorAll(".slide-name");
    rows[Math.min(view.leaving, rows.length - 1)]?.focus({ preventScroll: true });
    view.leaving = -1;
  }
}
