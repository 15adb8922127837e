// The card of a mark, shown on hover and on focus, and what a click on the mark asks for.

const WAIT_MS = 110;
const SECTIONS = 3;

const sectionOf = (record) => {
  const facts = make("dl");
  for (const [label, value] of record.lines) {
    facts.append(make("dt", "", label), withPieces(make("dd"), value));
  }
  const name = make("p", "card-name", shapeOf(record.kind), " ", isolated(record.name), " ");
  name.append(make("span", "card-kind", record.kind));
  return make("div", "card-section", name, facts);
};

const place = (view, box) => {
  const { card, body } = view;
  const frame = body.getBoundingClientRect();
  const wanted = box.left - frame.left;
  card.style.left = `${Math.max(0, Math.min(wanted, frame.width - card.offsetWidth))}px`;
  const below = box.bottom + card.offsetHeight + 12 < window.innerHeight;
  const top = below || box.top < card.offsetHeight ? box.bottom + 6 : box.top - card.offsetHeight - 6;
  card.style.top = `${top - frame.top}px`;
};

const hideCard = (view) => {
  clearTimeout(view.timer);
  if (view.card.hidden) return;
  view.card.hidden = true;
  view.shown?.removeAttribute("aria-describedby");
  view.shown = null;
  light(view, []);
  document.removeEventListener("keydown", view.onEscape, true);
};

const showCard = (view, leaf, box) => {
  clearTimeout(view.timer);
  const keys = keysOf(view, leaf);
  const isShown = view.shown && keys.join() === keysOf(view, view.shown).join();
  if (!keys.length || (isShown && box)) return;
  hideCard(view);
  const records = keys.slice(0, SECTIONS).map((key) => view.records.get(key));
  const hint = records[0].choice ? "Click or Enter: choose · with Ctrl: add" : "Nothing to choose here";
  view.card.replaceChildren(...records.map(sectionOf), make("p", "hint", hint));
  view.card.hidden = false;
  view.shown = leaf;
  leaf.setAttribute("aria-describedby", view.card.id);
  light(view, keys);
  place(view, box ?? leaf.getClientRects()[0] ?? leaf.getBoundingClientRect());
  document.addEventListener("keydown", view.onEscape, true);
};

const later = (view, act) => {
  clearTimeout(view.timer);
  view.timer = setTimeout(act, WAIT_MS);
};

const boxAt = (leaf, event) =>
  [...leaf.getClientRects()].find((box) => event.clientY >= box.top - 2 && event.clientY <= box.bottom + 2);

const ask = (view, leaf, event) => {
  const [key] = keysOf(view, leaf);
  const choice = key && view.records.get(key).choice;
  if (choice) view.send({ ...choice, add: event.ctrlKey || event.metaKey || event.shiftKey });
};

const listen = (view, text) => {
  const leafAt = (event) => event.target.closest?.(".leaf");
  let pressed = null;
  text.addEventListener("pointerover", (event) => {
    const leaf = leafAt(event);
    if (leaf && event.pointerType !== "touch") later(view, () => showCard(view, leaf, boxAt(leaf, event)));
  });
  text.addEventListener("pointerout", (event) => {
    if (leafAt(event)) later(view, () => hideCard(view));
  });
  text.addEventListener("focusin", (event) => {
    const leaf = leafAt(event);
    if (leaf?.matches(":focus-visible")) showCard(view, leaf);
  });
  text.addEventListener("focusout", () => later(view, () => hideCard(view)));
  text.addEventListener("pointerdown", (event) => {
    pressed = { x: event.clientX, y: event.clientY, known: view.shown };
  });
  text.addEventListener("click", (event) => {
    const leaf = leafAt(event);
    const moved = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 4;
    if (!leaf || moved) return;
    if (event.pointerType === "touch" && pressed?.known !== leaf) {
      showCard(view, leaf);
      return;
    }
    ask(view, leaf, event);
    hideCard(view);
  });
  text.addEventListener("keydown", (event) => {
    const leaf = leafAt(event);
    if (!leaf || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    ask(view, leaf, event);
  });
};
