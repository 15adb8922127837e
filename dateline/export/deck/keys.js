// The deck as it is run: keys of reveal.js, overview, notes in a second window, blank, go to.
// All slides are here already; nothing is asked of anyone to show the next one.

const LISTED_KEYS = [
  ["→ ↓ Space N PageDown", "next"],
  ["← ↑ Shift+Space P PageUp", "the one before"],
  ["Home, End", "first, last slide"],
  ["G", "go to a slide by its number or headline"],
  ["O", "overview of all slides"],
  ["S", "notes, clock and the next headline in a second window"],
  ["B or .", "blank the screen, and back"],
  ["F", "full screen"],
  ["Esc", "leave full screen, overview or blank"],
  ["?", "these keys"],
];

const NOTES_STYLE = `
  body { margin: 0; padding: 2rem 2.5rem; background: var(--paper); color: var(--ink); font: 20px/1.5 "Source Sans", "Source Sans 3", system-ui, sans-serif; }
  h1 { font: 600 1.6rem/1.2 "Source Serif", "Source Serif 4", Georgia, serif; margin: 0.2rem 0 1rem; overflow-wrap: anywhere; }
  p { margin: 0 0 0.7rem; overflow-wrap: anywhere; }
  header { display: flex; gap: 2rem; align-items: baseline; border-bottom: 2px solid var(--ink); padding-bottom: 0.5rem; font-variant-numeric: tabular-nums; }
  .clock { margin-inline-start: auto; }
  .elapsed { font-size: 1.6rem; font-weight: 600; }
  .next { border-top: 1px solid var(--rule); padding-top: 0.8rem; margin-top: 1.6rem; }
  .small { color: var(--faint); font-size: 0.9rem; }
  button { font: inherit; color: inherit; background: none; border: 1px solid var(--faint); border-radius: 3px; padding: 0.2rem 0.9rem; margin-inline-end: 0.6rem; cursor: pointer; }
`;
const COLOURS = ["paper", "ink", "faint", "rule"];
const SWIPE_PX = 50;

const clockWords = (moment) =>
  moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

const elapsedWords = (ms) => {
  const seconds = Math.floor(ms / 1000);
  const two = (value) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

const numberIn = (hash, last) => {
  const found = /^#(\d+)$/.exec(hash);
  return found ? Math.min(last, Math.max(1, Number(found[1]))) : 0;
};

/* The notes in a window of their own, drawn from here, so that they are always in step. */
const notesWindow = (deck, onKey, act) => {
  let [other, timer, began] = [null, 0, Date.now()];
  const open = (host) => {
    other = window.open("", "dateline-notes", "popup,width=980,height=640");
    if (!other) return false;
    const { document: page } = other;
    const style = new other.CSSStyleSheet();
    const colours = getComputedStyle(host);
    const root = COLOURS.map((name) => `--${name}: ${colours.getPropertyValue(`--${name}`)};`).join(" ");
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.cssText);
    style.replaceSync([...faces, `:root { ${root} }`, NOTES_STYLE].join("\n"));
    page.adoptedStyleSheets = [style];
    page.title = `Notes: ${deck.name}`;
    page.documentElement.lang = "en";
    other.onkeydown = onKey;
    clearInterval(timer);
    timer = other.setInterval(tick, 500);
    other.focus();
    return true;
  };
  const tick = () => {
    const [clock, elapsed] = ["clock", "elapsed"].map((name) => other.document.querySelector(`.${name}`));
    if (clock) clock.textContent = clockWords(new Date());
    if (elapsed) elapsed.textContent = elapsedWords(Date.now() - began);
  };
  const show = (slide, next, where) => {
    if (!other || other.closed) return;
    const button = (text, what) => pressed("", text, what);
    const notes = slide.notes.length ? slide.notes : ["No notes on this slide."];
    const times = made("header", "", made("span", "elapsed"), made("span", "small", "since it began"), made("span", "clock"));
    const after = made("div", "next", made("p", "small", next ? "Next" : "This is the last slide"), next ? worded("p", "coming", next) : "");
    const ways = made("p", "", button("Before", () => act(-1)), button("Next", () => act(1)), button("Start the time again", () => {
      began = Date.now();
      tick();
    }));
    const told = [times, made("p", "small", where), worded("h1", "", slide.headline), ...notes.map((line) => worded("p", "note", line)), after, ways];
    other.document.body.replaceChildren(...told);
    tick();
  };
  const leave = (words) => {
    if (!other || other.closed) return;
    other.clearInterval(timer);
    other.document.body.prepend(worded("p", "small", words));
  };
  return { open, show, leave, begin: () => { began = Date.now(); } };
};

const overlay = (className, label, ...children) => {
  const one = made("div", `over ${className}`, ...children);
  one.setAttribute("role", "dialog");
  one.setAttribute("aria-label", label);
  one.tabIndex = -1;
  return one;
};

const keysListed = (ways) => {
  const rows = [...LISTED_KEYS];
  if (ways.explore) rows.splice(-2, 0, ["E", "explore from here: the live view of this slide"]);
  const list = rows.map(([keys, does]) => made("div", "", made("dt", "", keys), made("dd", "", does)));
  const leave = ways.leave ? pressed("leave", "Leave the presentation", ways.leave) : null;
  return overlay("keys", "Keys", made("h2", "", "Keys"), made("dl", "", ...list), leave);
};

const overviewOf = (deck, current, pick) => {
  const items = deck.slides.map((slide) => {
    const frame = made("div", "frame");
    const name = `${slide.number}. ${slide.headline || "No headline"}`;
    const way = pressed("pick", name, () => pick(slide.number));
    way.dir = "auto";
    const mini = made("div", "mini", frame);
    mini.inert = true;
    if (slide.number === current) way.setAttribute("aria-current", "true");
    const item = made("li", "", mini, way);
    item.draw = () => {
      if (frame.firstChild) return;
      const one = drawSlide(slide, deck);
      frame.append(one);
      fitSlide(one);
      turnTo(one, 0);
    };
    return item;
  });
  const watcher = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) target.draw();
  });
  for (const item of items) watcher.observe(item);
  return overlay("overview", "Overview of the slides", made("ol", "", ...items));
};

const goTo = (deck, pick) => {
  const input = made("input");
  input.type = "text";
  input.setAttribute("aria-label", "Number of a slide, or words of its headline");
  const items = deck.slides.map((slide) => {
    const way = pressed("pick", `${slide.number}. ${slide.headline || "No headline"}`, () => pick(slide.number));
    way.dir = "auto";
    return made("li", "", way);
  });
  const narrow = () => {
    const words = input.value.trim().toLowerCase();
    items.forEach((item, at) => {
      const { number, headline } = deck.slides[at];
      item.hidden = Boolean(words) && String(number) !== words && !headline.toLowerCase().includes(words);
    });
  };
  input.addEventListener("input", narrow);
  const one = overlay("goto", "Go to a slide", made("p", "", "Go to a slide: its number, or words of its headline"), input, made("ol", "", ...items));
  one.enter = () => {
    const number = Number(input.value.trim());
    const found = deck.slides[number - 1] ?? deck.slides[items.findIndex((item) => !item.hidden)];
    if (found) pick(found.number);
  };
  // A window that lies under this one, as where the server is gone, may keep the focus to itself.
  one.type = (key) => {
    if (key.length === 1) input.value += key;
    else if (key === "Backspace") input.value = input.value.slice(0, -1);
    else return false;
    narrow();
    return true;
  };
  return one;
};

const stepIn = (list, event) => {
  const ways = [...list.querySelectorAll("button.pick")].filter((way) => way.getClientRects().length);
  const at = ways.indexOf(list.getRootNode().activeElement);
  const across = ways.filter((way) => way.getBoundingClientRect().top === ways[0].getBoundingClientRect().top).length;
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key];
  if (!step || !ways.length) return false;
  ways[at < 0 ? 0 : Math.min(ways.length - 1, Math.max(0, at + step))].focus();
  return true;
};

/* Run a deck inside `root`. `ways`: as of `drawSlide`; `begin`, the slide to begin with where the
   address names none; `leave()`, a link among the keys. What comes back has `leave()`,
   `go(number)`, `number()` and `lay()`, which lays out every part of every slide one under the
   other. */
const runDeck = (root, deck, ways = {}) => {
  const last = deck.slides.length;
  const frame = made("div", "frame");
  const told = made("p", "heard");
  told.setAttribute("aria-live", "polite");
  const blank = made("div", "blank");
  blank.hidden = true;
  const stage = made("div", "deck", frame, told, blank);
  stage.tabIndex = -1;
  stage.setAttribute("role", "region");
  stage.setAttribute("aria-roledescription", "presentation");
  stage.setAttribute("aria-label", deck.name);
  const drawnSlides = new Map();
  const here = { number: numberIn(location.hash, last) || Math.min(last, ways.begin || 1), page: 0, over: null };

  const sectionOf = (number) => {
    if (!drawnSlides.has(number)) {
      const one = drawSlide(deck.slides[number - 1], deck, ways);
      one.classList.add("waiting");
      one.inert = true;
      frame.append(one);
      fitSlide(one);
      turnTo(one, 0);
      drawnSlides.set(number, one);
    }
    return drawnSlides.get(number);
  };

  const keepNear = () => {
    for (const [number, one] of drawnSlides) {
      if (Math.abs(number - here.number) > 2) {
        one.remove();
        drawnSlides.delete(number);
      }
    }
    for (const number of [here.number + 1, here.number - 1]) if (number >= 1 && number <= last) sectionOf(number);
  };

  let idle = 0;
  const show = (number, page) => {
    const asked = performance.now();
    const before = drawnSlides.get(here.number);
    here.number = number;
    const one = sectionOf(number);
    here.page = turnTo(one, page);
    if (before && before !== one) {
      before.classList.add("waiting");
      before.inert = true;
    }
    one.classList.remove("waiting");
    one.inert = false;
    const slide = deck.slides[number - 1];
    told.textContent = `Slide ${number} of ${last}: ${slide.headline || "no headline"}`;
    if (numberIn(location.hash, last) !== number) history.replaceState(history.state, "", `#${number}`);
    notes.show(slide, deck.slides[number] ? deck.slides[number].headline || "No headline" : "", `${deck.name} · slide ${number} of ${last}${one.pages.length > 1 ? `, part ${here.page + 1} of ${one.pages.length}` : ""}`);
    clearTimeout(idle);
    idle = setTimeout(keepNear, 60);
    requestAnimationFrame(() => setTimeout(() => performance.measure("dateline-slide", { start: asked })));
  };

  const step = (by) => {
    const page = here.page + by;
    if (page >= 0 && page < sectionOf(here.number).pages.length) show(here.number, page);
    else if (here.number + by >= 1 && here.number + by <= last) show(here.number + by, by > 0 ? 0 : Infinity);
  };

  const close = () => {
    here.over?.remove();
    here.over = null;
    blank.hidden = true;
    stage.focus({ preventScroll: true });
  };
  const openOver = (one, focused) => {
    close();
    here.over = one;
    stage.append(one);
    (focused?.() ?? one).focus();
  };
  const pick = (number) => {
    close();
    show(number, 0);
  };
  const toggled = (name, make, focused) => () => {
    if (here.over?.classList.contains(name)) close();
    else {
      const one = make();
      openOver(one, () => focused?.(one));
    }
  };
  const overview = toggled("overview", () => overviewOf(deck, here.number, pick), (one) => one.querySelector("[aria-current]"));
  const asked = toggled("goto", () => goTo(deck, pick), (one) => one.querySelector("input"));
  const help = toggled("keys", () => keysListed(ways));
  const blanked = () => {
    const is = blank.hidden;
    close();
    blank.hidden = !is;
  };
  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  };
  const apart = () => {
    if (notes.open(stage)) show(here.number, here.page);
    else told.textContent = "The browser did not open a second window: allow it for this page.";
  };

  const next = () => step(1);
  const back = () => step(-1);
  const KEYS = {
    ArrowRight: next, ArrowDown: next, PageDown: next, n: next, l: next, j: next,
    ArrowLeft: back, ArrowUp: back, PageUp: back, p: back, h: back, k: back,
    Home: () => show(1, 0), End: () => show(last, 0),
    o: overview, g: asked, "?": help, s: apart, f: full, b: blanked, ".": blanked,
    e: () => ways.explore?.(deck.slides[here.number - 1]),
    Escape: close,
  };

  const typed = (event, target) => {
    if (event.key === "Enter") here.over.enter();
    else if (event.key === "Escape") close();
    else return stepIn(here.over, event) || (target.localName !== "input" && here.over.type(event.key));
    return true;
  };
  const actOn = (event) => {
    const [target] = event.composedPath();
    if (here.over?.type && target.localName !== "button") return typed(event, target);
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (here.over && key.startsWith("Arrow")) return stepIn(here.over, event);
    if (key === " " || key === "Enter") {
      if (target.localName === "button" || key === "Enter") return false;
      (event.shiftKey ? back : next)();
      return true;
    }
    if (event.shiftKey && key.startsWith("Arrow")) show(KEYS[key] === next ? last : 1, 0);
    else if (!KEYS[key] || event.repeat && !["ArrowRight", "ArrowLeft", "PageDown", "PageUp"].includes(key)) return false;
    else if (!blank.hidden && ![blanked, close].includes(KEYS[key])) close();
    else KEYS[key]();
    return true;
  };
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopImmediatePropagation();
    if (actOn(event)) event.preventDefault();
  };

  const onClick = (event) => {
    const [target] = event.composedPath();
    if (target.closest("button, a, input, .over") || getSelection()?.toString()) return;
    if (!blank.hidden) close();
    else (event.clientX < stage.clientWidth * 0.15 ? back : next)();
  };
  let touched = null;
  const onTouch = (event) => { touched = event.changedTouches[0]; };
  const onLift = (event) => {
    if (!touched || here.over) return;
    const [x, y] = ["clientX", "clientY"].map((name) => event.changedTouches[0][name] - touched[name]);
    touched = null;
    if (Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) (x < 0 ? next : back)();
  };

  const onHash = () => {
    const number = numberIn(location.hash, last);
    if (number && number !== here.number) pick(number);
  };
  const fitAgain = () => {
    for (const [number, one] of drawnSlides) {
      fitSlide(one);
      const page = turnTo(one, number === here.number ? here.page : 0);
      if (number === here.number) here.page = page;
    }
  };
  let settling = 0;
  const resized = new ResizeObserver(() => {
    clearTimeout(settling);
    settling = setTimeout(fitAgain, 80);
  });
  const onLeave = () => notes.leave("The presentation was left or reloaded. Press S there to go on.");
  const notes = notesWindow(deck, onKey, step);

  const lay = () => {
    const whole = made("div", "deck laid");
    root.append(whole);
    for (const slide of deck.slides) {
      for (let page = 0, pages = 1; page < pages; page += 1) {
        const sheet = made("div", "frame", drawSlide(slide, deck, {}));
        whole.append(sheet);
        pages = fitSlide(sheet.firstChild);
        turnTo(sheet.firstChild, page);
      }
    }
    return whole;
  };

  root.append(stage);
  if (!last) {
    frame.append(made("section", "slide empty", made("h1", "headline", deck.name), made("p", "kicker", "This briefing has no slides yet. Capture one on any screen."), ways.leave ? pressed("leave", "Leave the presentation", ways.leave) : null));
    return { leave: () => stage.remove(), go: () => {}, number: () => 1, lay };
  }
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("hashchange", onHash);
  window.addEventListener("pagehide", onLeave);
  stage.addEventListener("click", onClick);
  stage.addEventListener("touchstart", onTouch, { passive: true });
  stage.addEventListener("touchend", onLift);
  resized.observe(frame);
  document.fonts.addEventListener("loadingdone", fitAgain);
  show(here.number, 0);
  stage.focus({ preventScroll: true });
  return {
    go: pick,
    number: () => here.number,
    lay,
    leave: () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("hashchange", onHash);
      window.removeEventListener("pagehide", onLeave);
      document.fonts.removeEventListener("loadingdone", fitAgain);
      resized.disconnect();
      clearTimeout(idle);
      clearTimeout(settling);
      onLeave();
      stage.remove();
    },
  };
};
