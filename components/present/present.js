// The deck on the screen of Streamlit. It is run once; a later drawing of the page lets it be.

const runs = (globalThis.datelineRuns ??= new WeakMap());

// Streamlit makes two steps in the browser's history where a screen opens with a query of its own,
// one for the page and one for the query; the first of them is no view that was ever shown. Here
// what follows one act of the reader is one step.
const oneStepAnAct = () => {
  if (Object.hasOwn(history, "pushState")) return;
  let isDone = false;
  for (const act of ["keydown", "pointerdown", "popstate"]) {
    window.addEventListener(act, () => { isDone = false; }, true);
  }
  history.pushState = (...given) => {
    if (isDone) history.replaceState(...given);
    else History.prototype.pushState.apply(history, given);
    isDone = true;
  };
};

const waysOf = (one, { deck, begin }) => {
  const leave = (event) => one.send({ briefing: deck.id, number: one.run.number(), ...event });
  const inArticle = (slide, article) => [slide.address.brush, `article=${encodeURIComponent(article)}`].filter(Boolean).join("&");
  return {
    begin,
    explore: ({ address }) => leave({ field: "explore", ...address }),
    source: ({ article, at }, slide) => leave({ field: "source", page: "articles", query: inArticle(slide, article), article, at }),
    leave: () => leave({ field: "leave" }),
  };
};

// Streamlit may have dropped the number from the address on the way here, as it does for the first
// visitor of a server.
const kept = () => {
  const [opened] = performance.getEntriesByType("navigation");
  const { hash, search } = new URL(opened.name);
  if (!location.hash && hash && search === location.search && !runs.seen) {
    history.replaceState(history.state, "", hash);
  }
  runs.seen = true;
};

export default function ({ parentElement, data, setTriggerValue }) {
  const mark = `${data.deck.id} ${data.deck.at}`;
  const one = runs.get(parentElement) ?? {};
  one.send = (event) => setTriggerValue("event", event);
  const host = parentElement.host ?? parentElement;
  for (const [name, colour] of Object.entries(data.colours)) host.style.setProperty(`--${name}`, colour);
  if (one.mark !== mark) {
    oneStepAnAct();
    kept();
    one.run?.leave();
    one.mark = mark;
    runs.set(parentElement, one);
    one.run = runDeck(parentElement, data.deck, waysOf(one, data));
  }
  return () => {
    one.run.leave();
    runs.delete(parentElement);
  };
}
