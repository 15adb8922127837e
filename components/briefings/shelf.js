const nameForm = (row, send, longest, close) => {
  const form = make("form", "renaming");
  const field = make("input");
  field.type = "text";
  field.value = row.plain;
  field.maxLength = longest;
  field.dir = "auto";
  field.setAttribute("aria-label", "Name");
  const save = make("button", "go", "Save");
  save.type = "submit";
  const leave = make("button", "go", "Cancel");
  leave.type = "button";
  leave.addEventListener("click", close);
  form.append(field, save, leave);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    send({ field: "rename", value: row.id, name: field.value });
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
  });
  return { form, field };
};

const shelfRow = (row, view, send) => {
  const name = make("button", "open name", isolated(row.name));
  name.type = "button";
  name.addEventListener("click", () => send({ field: "open", value: row.id }));
  const head = make("p", "title", name, ...(row.state ? [" ", make("span", "badge", row.state)] : []));
  const first = make("p", "first", ...(row.first.length ? [isolated(row.first)] : []));
  const facts = make("p", "small", ...joined([make("bdi", "", row.slides), isolated(row.changed)]));
  const rename = asking("Rename", null, () => {
    if (view.root.querySelector("form")) return;
    const close = () => {
      form.replaceWith(head);
      rename.focus();
    };
    const { form, field } = nameForm(row, send, view.longest, close);
    head.replaceWith(form);
    field.focus();
    field.select();
  }, `Rename ${row.plain}`);
  const acts = make(
    "p", "acts",
    asking("Present", { field: "present", value: row.id }, send, `Present ${row.plain}`),
    rename,
    asking("Duplicate", { field: "duplicate", value: row.id }, send, `Duplicate ${row.plain}`),
    asking("Delete", { field: "delete", value: row.id }, send, `Delete ${row.plain}`),
  );
  return make("li", "briefing", head, first, facts, acts);
};

export default function (component) {
  openView(component.parentElement).longest = component.data.longest;
  drawList(component, shelfRow);
}
