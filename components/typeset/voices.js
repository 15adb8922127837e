const FIND_MS = 220;

const told = (choice, field, send, className = "") =>
  choice && (choice.id ? chooser(field, choice, className, send) : isolated(choice.name));

const listOf = (choices, field, others, send, className = "") => {
  const nodes = choices.map((choice) => chooser(field, choice, className, send));
  if (others) nodes.push(make("bdi", "", `${others} more`));
  for (const node of nodes.slice(0, -1)) node.classList.add("followed");
  return joined(nodes, " ");
};

const voiceSpeaker = (row, send) => {
  const { id, name } = row.speaker;
  const line = make("p", "speaker");
  if (id) line.append(chooser("speaker", row.speaker, "name", send));
  else line.append(name.length ? isolated(name, "name") : make("span", "unnamed", "Speaker not stated"));
  if (row.role) {
    line.lastChild.classList.add("followed");
    line.append(make("span", "role", " ", told(row.role, "said_role", send)));
  }
  return line;
};

const manner = (row, send) => {
  const said = make("bdi", "", isolated(row.cue));
  if (row.to) said.append(row.link, told(row.to, "addressee", send));
  return row.cue.length || row.to ? said : null;
};

const voiceFacts = (row, send) =>
  joined([
    manner(row, send),
    told(row.venue, "venue", send),
    row.said && make("bdi", "", "on ", dayChooser(row.said, null, send, "said_on")),
    row.doubt && make("bdi", "doubt", row.doubt),
    row.places.length && make("span", "", hidden("names "), ...listOf(row.places, "place", row.other_places, send, "place")),
    row.spoken.length && make("bdi", "", "speaks of ", ...joined(row.spoken.map((days) => dayChooser(days, null, send, "spoken")), ", ")),
    dayChooser(row.days, null, send),
    row.origin.length && isolated(row.origin),
  ]);

const voice = (row, view, send) => {
  const words = withPieces(make("blockquote", "words"), row.words);
  words.dir = "auto";
  const text = withPieces(make("p", "text"), row.passage);
  text.dir = "auto";
  const passage = make("div", "passage", text, titleOf(row.source), make("p", "small", ...originOf(row.source)));
  const ways = [discloser(row, view, passage), opener(row, send), ...keeper(row, send)].filter(Boolean);
  const about = make("p", "small about");
  if (row.about.length) about.append("about ", ...listOf(row.about, "about", row.other_about, send));
  about.hidden = !row.about.length;
  const facts = make("p", "small", ...voiceFacts(row, send), " ", ...ways);
  const mode = ["direct", "mixed", "indirect"].includes(row.mode) ? row.mode : "indirect";
  const node = make("li", `quotation ${mode}${row.doubt ? " doubtful" : ""}`, words, voiceSpeaker(row, send), about, facts, ...[keptWords(row.kept)].filter(Boolean), passage);
  node.dir = row.direction;
  return node;
};

const headOf = (group, data, view) => {
  const name = isolated(group.name);
  const head = make("h3", "group");
  const field = { speaker: "speaker", day: "published" }[data.by];
  const node = make("button", "choice head", name);
  node.type = "button";
  node.setAttribute("aria-pressed", String(group.chosen));
  node.addEventListener("click", (event) => {
    const add = event.ctrlKey || event.metaKey || event.shiftKey;
    if (data.by === "speaker") view.send({ field, value: group.key, add });
    else if (data.by === "day") view.send({ field, values: [group.key, group.key] });
    else view.send({ field: "article", value: group.key });
  });
  if (data.by === "article") node.removeAttribute("aria-pressed");
  head.append(group.known ? node : make("span", "head unnamed", name), make("span", "small", group.count));
  if (group.next !== null) {
    const next = make("button", "go", `Next ${data.by}`);
    next.type = "button";
    next.addEventListener("click", () => leap(view, group.next, null));
    head.append(next);
  }
  head.tabIndex = -1;
  head.dataset.key = group.key;
  return head;
};

const leap = (view, at, key) => {
  view.wanted = { at, key };
  view.send({ field: "group", value: at });
};

const turner = (view, label, page, words, off) => {
  const node = make("button", "turn", words);
  node.type = "button";
  node.disabled = off;
  node.setAttribute("aria-label", label);
  node.addEventListener("click", () => turnTo(view, page));
  return node;
};

const turnTo = (view, page) => {
  view.turned = true;
  view.send({ field: "page", value: page });
};

const fillPager = (view, nav, data) => {
  nav.hidden = !data.rows.length;
  const { page, pages } = data;
  const at = make("input", "page");
  at.type = "number";
  at.min = 1;
  at.max = pages;
  at.value = page;
  at.style.width = `${String(pages).length + 3}ch`;
  at.setAttribute("aria-label", `Page, 1 to ${pages}`);
  at.addEventListener("change", () => {
    const asked = Math.max(1, Math.min(pages, Math.round(Number(at.value) || 1)));
    if (asked !== page) turnTo(view, asked);
  });
  at.addEventListener("keydown", (event) => event.stopPropagation());
  const focused = nav.contains(view.root.getRootNode().activeElement);
  nav.replaceChildren(
    turner(view, "First page", 1, "« First", page === 1),
    turner(view, "Previous page", page - 1, "‹ Previous", page === 1),
    make("span", "where", make("span", "", "Page "), at, ` of ${pages.toLocaleString("en")}`, make("span", "dot", " · "), data.where),
    turner(view, "Next page", page + 1, "Next ›", page === pages),
    turner(view, "Last page", pages, "Last »", page === pages),
  );
  if (focused && !view.turned) at.focus({ preventScroll: true });
};

const jumpRow = (view, row) => {
  const node = make("button", "jump", isolated(row.name), " ", make("span", "small", row.count.toLocaleString("en")));
  node.type = "button";
  node.addEventListener("click", () => leap(view, row.at, row.key));
  return make("li", "", node);
};

const fillJump = (view, jump) => {
  view.jump.hidden = !jump;
  if (!jump) return;
  setText(view.jumpHead, `Jump to a${jump.one === "article" ? "n" : ""} ${jump.one}`);
  view.jumpHead.setAttribute("aria-expanded", String(jump.open));
  view.jumpBody.hidden = !jump.open;
  if (!jump.open) return;
  view.jumpFind.placeholder = jump.one === "day" ? "Such as Aug 2021" : "Find by name";
  if (view.root.getRootNode().activeElement !== view.jumpFind) view.jumpFind.value = jump.letters;
  view.jumpRows.replaceChildren(...jump.rows.map((row) => jumpRow(view, row)));
  setText(view.jumpEmpty, jump.empty);
  setText(view.jumpMore, jump.more);
};

const openVoices = (parent) => {
  if (views.has(parent)) return views.get(parent);
  const view = {
    root: make("section", "list voices"), title: make("h2"), count: make("p", "count"), above: make("nav", "pager"),
    below: make("nav", "pager"), body: make("div", "groups"), empty: make("p", "empty"), rows: new Map(), opened: new Set(),
    jump: make("div", "leap"), jumpHead: make("button", "disclose"), jumpBody: make("div"), jumpFind: make("input", "find"),
    jumpRows: make("ol"), jumpEmpty: make("p", "empty"), jumpMore: make("button", "more"),
  };
  view.title.tabIndex = -1;
  view.count.setAttribute("role", "status");
  view.above.setAttribute("aria-label", "Pages");
  view.below.setAttribute("aria-label", "Pages, again");
  view.jumpHead.type = view.jumpMore.type = "button";
  view.jumpFind.type = "search";
  view.jumpFind.setAttribute("aria-label", "Find by name");
  view.jumpHead.addEventListener("click", () => view.send({ field: "jump" }));
  view.jumpMore.addEventListener("click", () => view.send({ field: "more" }));
  view.jumpFind.addEventListener("input", () => {
    clearTimeout(view.finding);
    view.finding = setTimeout(() => view.send({ field: "find", value: view.jumpFind.value }), FIND_MS);
  });
  view.jumpFind.addEventListener("keydown", (event) => event.stopPropagation());
  view.jumpBody.append(view.jumpFind, view.jumpRows, view.jumpEmpty, view.jumpMore);
  view.jump.append(view.jumpHead, view.jumpBody);
  view.root.append(make("header", "", view.title, view.count, view.jump), view.above, view.body, view.empty, view.below);
  parent.append(view.root);
  views.set(parent, view);
  return view;
};

const land = (view, data) => {
  if (view.turned) {
    view.title.scrollIntoView({ block: "start" });
    view.title.focus({ preventScroll: true });
  } else if (view.wanted) {
    const heads = [...view.body.querySelectorAll("h3.group")];
    const at = data.groups.findIndex((group) => group.from + (data.page - 1) * data.size >= view.wanted.at);
    const head = heads.find((node) => view.wanted.key !== null && node.dataset.key === view.wanted.key) ?? heads[at];
    head?.scrollIntoView({ block: "start" });
    head?.focus({ preventScroll: true });
  }
  view.turned = view.wanted = null;
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const view = openVoices(parentElement);
  view.send = (event) => setTriggerValue("event", event);
  const send = (event) => view.send(event);
  const isNew = view.mark !== `${data.page} ${data.by} ${data.where}`;
  const focus = focusPlace(view);
  setText(view.title, data.title);
  setText(view.count, data.count);
  setText(view.empty, data.empty);
  const nodes = data.rows.map((row) => rowNode(view, row, (fresh) => voice(fresh, view, send)));
  const groups = data.groups.length ? data.groups : [{ from: 0, to: nodes.length }];
  view.body.replaceChildren(
    ...groups.flatMap((group) => {
      const list = make("ol", "", ...nodes.slice(group.from, group.to));
      return group.name ? [headOf(group, data, view), list] : [list];
    }),
  );
  fillPager(view, view.above, data);
  fillPager(view, view.below, data);
  fillJump(view, data.jump);
  if (focus && !view.turned && !view.wanted) {
    view.rows.get(focus.id)?.node?.querySelectorAll("button, a")[focus.at]?.focus({ preventScroll: true });
  }
  if (isNew) land(view, data);
  view.mark = `${data.page} ${data.by} ${data.where}`;
  const present = new Set(data.rows.map((row) => row.id));
  for (const id of view.rows.keys()) if (!present.has(id)) view.rows.delete(id);
}
