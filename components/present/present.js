// The deck on the screen of Streamlit. It is run once; a later drawing of the page lets it be.

const runs = (globalThis.datelineRuns ??= new WeakMap());

// The address of the screen is written here, so that it is one step in the browser's history: where
// Streamlit finds it there, it adds none of its own for the page and another for its query.
const step = ({ page, query }, first) => {
  const path = location.pathname.replace(/[^/]*$/, page === first ? "" : page);
  history.pushState({}, "", path + (query ? `?${query}` : ""));
};

const waysOf = (one, { deck, begin, first }) => {
  const leave = (event) => {
    const number = one.run.number();
    if (event.page) step(event, first);
    one.send({ briefing: deck.id, number, ...event });
  };
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
  for (const [name, colour] of Object.entries(data.colours)) parentElement.style.setProperty(`--${name}`, colour);
  if (one.mark !== mark) {
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
