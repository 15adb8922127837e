// What an analyst keeps of a row: a bookmark, tags and a note, edited in its place.

const TAGS = 20;

const keptWords = ({ tags, note }) => {
  const line = make("p", "small kept");
  if (tags.length) {
    line.append(hidden("Tags: "), ...joined(tags.map((tag) => isolated([tag], "tag")), " "));
  }
  if (note) {
    const words = make("span", "note", hidden("Note: "), isolated([note]));
    words.dir = "auto";
    line.append(tags.length ? " " : "", words);
  }
  return tags.length || note ? line : null;
};

const field = (label, input) => make("label", "", make("span", "", label), input);

const noteForm = (kept, send, close) => {
  const form = make("form", "keeping");
  const tags = make("input");
  tags.type = "text";
  tags.value = kept.tags.join(", ");
  tags.placeholder = "aid, to check";
  const note = make("textarea");
  note.rows = 3;
  note.value = kept.note;
  note.dir = "auto";
  note.maxLength = kept.longest;
  const save = make("button", "go", "Save");
  save.type = "submit";
  const leave = make("button", "go", "Cancel");
  leave.type = "button";
  leave.addEventListener("click", close);
  form.append(field("Tags, with commas between", tags), field("Note", note), make("p", "", save, leave));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    const wanted = tags.value.split(",").map((tag) => tag.trim()).filter(Boolean).slice(0, TAGS + 1);
    const { subject, tags: seen, note: read } = kept;
    send({ field: "note", value: subject, tags: wanted, note: note.value.trim(), seen, read });
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  return { form, first: tags };
};

const keeper = (row, send) => {
  if (!row.kept) return [];
  const { subject, bookmark } = row.kept;
  const mark = make("button", "go bookmark", hidden("Bookmark"));
  mark.type = "button";
  mark.title = bookmark ? "Take the bookmark out" : "Bookmark";
  mark.setAttribute("aria-pressed", String(bookmark));
  mark.addEventListener("click", () => send({ field: "bookmark", value: subject, add: !bookmark }));
  const edit = make("button", "go edit", make("bdi", "", "Note"));
  edit.title = "Tag it, or write a note";
  edit.type = "button";
  edit.setAttribute("aria-expanded", "false");
  edit.addEventListener("click", () => {
    const line = edit.closest("li");
    const open = line.querySelector("form.keeping");
    const close = () => {
      line.querySelector("form.keeping")?.remove();
      edit.setAttribute("aria-expanded", "false");
      edit.focus();
    };
    if (open) {
      close();
      return;
    }
    const { form, first } = noteForm(row.kept, send, close);
    line.append(form);
    form.scrollIntoView({ block: "nearest" });
    edit.setAttribute("aria-expanded", "true");
    first.focus();
  });
  return [mark, edit];
};
