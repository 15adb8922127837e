// Looking into a drawing: zoom and pan by wheel, drag, buttons and keys; what a mark is, and what
// belongs to it. A map keeps the size of its marks and names, a timeline is enlarged as it is.

const NEAREST = 12;
const STEP = 1.5;
const DRAG_PX = 4;
const looks = new WeakMap();

const numbers = (node, ...names) => names.map((name) => Number(node.getAttribute(name)));

const keptSizes = (map) => {
  const kept = [];
  for (const circle of map.querySelectorAll("[data-layer=inside] circle, [data-layer=outside] circle")) {
    const [r, wide] = numbers(circle, "r", "stroke-width");
    kept.push((k) => {
      circle.setAttribute("r", r / k);
      if (wide) circle.setAttribute("stroke-width", wide / k);
    });
  }
  const places = new Map();
  for (const circle of map.querySelectorAll("[data-layer=inside] circle")) {
    const place = circle.closest("[data-place]");
    if (place) places.set(place.dataset.place, numbers(circle, "cx", "cy"));
  }
  for (const text of map.querySelectorAll("[data-layer=names] text, [data-layer=names-under] text")) {
    const [x, y, size, spaced, wide] = numbers(text, "x", "y", "font-size", "letter-spacing", "stroke-width");
    const [cx, cy] = places.get(text.dataset.place) ?? [x, y - 0.3 * size];
    kept.push((k) => {
      text.setAttribute("x", cx + (x - cx) / k);
      text.setAttribute("y", cy + (y - cy) / k);
      text.setAttribute("font-size", size / k);
      if (spaced) text.setAttribute("letter-spacing", spaced / k);
      if (wide) text.setAttribute("stroke-width", wide / k);
    });
  }
  const scale = map.querySelector("[data-layer=scale]");
  kept.push((k) => scale?.setAttribute("visibility", k === 1 ? "visible" : "hidden"));
  return kept;
};

const windowOf = (drawing) => {
  const map = drawing.querySelector("[data-layer=map]");
  const svg = map ?? drawing;
  const [left, top, wide, high] = svg.getAttribute("viewBox").split(" ").map(Number);
  const kept = map ? keptSizes(map) : [];
  const at = { x: left + wide / 2, y: top + high / 2, k: 1 };
  const within = (value, from, size) => Math.min(from + size - size / at.k / 2, Math.max(from + size / at.k / 2, value));
  const put = () => {
    at.x = within(at.x, left, wide);
    at.y = within(at.y, top, high);
    svg.setAttribute("viewBox", `${at.x - wide / at.k / 2} ${at.y - high / at.k / 2} ${wide / at.k} ${high / at.k}`);
    for (const keep of kept) keep(at.k);
  };
  return {
    zoom: (by, x = at.x, y = at.y) => {
      const k = Math.min(NEAREST, Math.max(1, at.k * by));
      [at.x, at.y] = [x + (at.x - x) * (at.k / k), y + (at.y - y) * (at.k / k)];
      at.k = k;
      put();
    },
    pan: (x, y) => {
      at.x += x;
      at.y += y;
      put();
    },
    step: (x, y) => {
      at.x += (x * wide) / at.k / 6;
      at.y += (y * high) / at.k / 6;
      put();
    },
    reset: () => {
      at.k = 1;
      put();
    },
    point: (event) => {
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      return [x, y];
    },
    bring: (mark) => {
      const box = mark.getBBox();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (at.k > 1 && (Math.abs(x - at.x) > wide / at.k / 2.2 || Math.abs(y - at.y) > high / at.k / 2.2)) {
        [at.x, at.y] = [x, y];
        put();
      }
    },
    zoomed: () => at.k > 1.001,
  };
};

const idOf = (mark) => mark.dataset.place ?? mark.dataset.entity ?? "";

const marksOf = (drawing) =>
  [...drawing.querySelectorAll("[data-layer=inside] > [data-place], [data-layer=strip] > [data-bin], [data-layer=lane], [data-layer=lane] > [data-bin]")];

const controlled = (figure, look) => {
  const button = (sign, label, act) => pressed("", sign, act, label);
  const ways = made("div", "look-ways", button("+", "Zoom in", () => look.window.zoom(STEP)), button("−", "Zoom out", () => look.window.zoom(1 / STEP)), button("Whole", "Show the whole drawing", look.reset));
  ways.setAttribute("role", "group");
  ways.setAttribute("aria-label", "Zoom");
  figure.append(ways);
};

const tipped = (figure) => {
  const tip = made("div", "look-tip");
  tip.hidden = true;
  figure.append(tip);
  return {
    show: (mark, event) => {
      tip.textContent = mark.getAttribute("aria-label");
      tip.dir = "auto";
      tip.hidden = false;
      const [room, box] = [figure.getBoundingClientRect(), mark.getBoundingClientRect()];
      const x = (event?.clientX ?? box.left + box.width / 2) - room.left;
      const y = (event?.clientY ?? box.top) - room.top;
      tip.style.setProperty("left", `${Math.max(4, Math.min(x + 12, room.width - tip.offsetWidth - 4))}px`);
      tip.style.setProperty("top", `${y > tip.offsetHeight + 14 ? y - tip.offsetHeight - 10 : y + 16}px`);
    },
    hide: () => { tip.hidden = true; },
  };
};

const linkedIn = (slide, section) => {
  const said = [...section.querySelectorAll(".said")];
  const heard = made("p", "heard");
  heard.setAttribute("aria-live", "polite");
  section.append(heard);
  const clear = () => {
    for (const one of section.querySelectorAll(".is-chosen, .is-other")) one.classList.remove("is-chosen", "is-other");
    for (const one of section.querySelectorAll("[aria-pressed=true]")) one.setAttribute("aria-pressed", "false");
    heard.textContent = "";
  };
  const choose = (mark) => {
    const was = mark.getAttribute("aria-pressed") === "true";
    clear();
    if (was) return;
    const links = slide.links[idOf(mark)] ?? { quotations: [], lanes: [] };
    mark.classList.add("is-chosen");
    mark.setAttribute("aria-pressed", "true");
    said.forEach((one, at) => one.classList.add(links.quotations.includes(at) ? "is-chosen" : "is-other"));
    for (const lane of section.querySelectorAll("[data-layer=lane]")) {
      if (links.lanes.includes(lane.dataset.entity)) lane.classList.add("is-chosen");
    }
    const count = links.quotations.length;
    heard.textContent = `${mark.getAttribute("aria-label")}. ${count} of ${said.length} quotations on this slide ${count === 1 ? "belongs" : "belong"} to it.`;
  };
  return { choose, clear };
};

const lookInto = (figure, slide, section) => {
  const drawing = figure.querySelector("svg");
  if (!drawing || looks.has(figure)) return;
  const name = drawing.getAttribute("aria-label");
  drawing.setAttribute("role", "group");
  drawing.querySelector("title")?.remove();
  section.linked ??= linkedIn(slide, section);
  const look = { window: windowOf(drawing), marks: marksOf(drawing), ...section.linked };
  look.tip = tipped(figure);
  look.reset = () => {
    look.window.reset();
    look.clear();
    look.tip.hide();
  };
  look.marks.forEach((mark, at) => {
    const title = mark.querySelector(":scope > title");
    mark.setAttribute("aria-label", title?.textContent ?? "");
    title?.remove();
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-pressed", "false");
    mark.setAttribute("tabindex", at ? "-1" : "0");
  });
  looks.set(figure, look);
  figure.classList.add("looked");
  figure.tabIndex = 0;
  figure.setAttribute("role", "group");
  figure.setAttribute("aria-label", `${name}. Plus and minus zoom, arrows move, Escape shows the whole.`);
  controlled(figure, look);
  pointed(figure, drawing, look);
};

const pointed = (figure, drawing, look) => {
  let held = null;
  const markAt = (event) => {
    const found = event.target.closest?.("[aria-label][role=button]");
    return look.marks.includes(found) ? found : null;
  };
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return;
    held = { at: look.window.point(event), x: event.clientX, y: event.clientY, moved: false, mark: markAt(event) };
  });
  drawing.addEventListener("pointermove", (event) => {
    const mark = markAt(event);
    if (!held) {
      if (mark) look.tip.show(mark, event);
      else look.tip.hide();
      return;
    }
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < DRAG_PX) return;
    if (!held.moved) drawing.setPointerCapture(event.pointerId);
    held.moved = true;
    look.tip.hide();
    const [x, y] = look.window.point(event);
    look.window.pan(held.at[0] - x, held.at[1] - y);
  });
  const lift = (event) => {
    if (held && !held.moved && event.type === "pointerup" && held.mark) look.choose(held.mark);
    held = null;
  };
  for (const kind of ["pointerup", "pointercancel"]) drawing.addEventListener(kind, lift);
  drawing.addEventListener("pointerleave", () => look.tip.hide());
  figure.addEventListener("click", (event) => event.stopPropagation());
  for (const kind of ["touchstart", "touchend"]) {
    figure.addEventListener(kind, (event) => { if (look.window.zoomed()) event.stopPropagation(); }, { passive: true });
  }
  drawing.addEventListener("wheel", (event) => {
    event.preventDefault();
    look.window.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), ...look.window.point(event));
  }, { passive: false });
  drawing.addEventListener("focusin", (event) => {
    const mark = markAt(event);
    if (!mark) return;
    look.window.bring(mark);
    look.tip.show(mark);
  });
  drawing.addEventListener("focusout", () => look.tip.hide());
};

const stepMarks = (look, mark, by) => {
  const at = look.marks.indexOf(mark);
  const next = look.marks[(at + by + look.marks.length) % look.marks.length];
  mark.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
};

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const lookKey = (look, target, key) => {
  const mark = look.marks.includes(target) ? target : null;
  if (key === "+" || key === "=") look.window.zoom(STEP);
  else if (key === "-") look.window.zoom(1 / STEP);
  else if (key === "0" || key === "Escape") look.reset();
  else if (mark && (key === "Enter" || key === " ")) look.choose(mark);
  else if (mark && WAYS[key]) stepMarks(look, mark, WAYS[key][0] + WAYS[key][1]);
  else if (target.localName !== "button" && WAYS[key]) look.window.step(...WAYS[key]);
  else return false;
  return true;
};

/* Keys of the drawing that has the focus; all others are the deck's. Escape in the deck also takes
   back what was chosen on a slide. */
const onLookKey = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const figure = event.target.closest?.("figure.looked");
  const look = figure && looks.get(figure);
  if (look && lookKey(look, event.target, event.key)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (event.key === "Escape" && !document.querySelector(".over")) {
    for (const one of document.querySelectorAll("figure.looked")) looks.get(one)?.reset();
  }
};
