// The deck on the screen of Streamlit. It is run once; a later drawing of the page lets it be.

const runs = (globalThis.datelineRuns ??= new WeakMap());

const waysOf = (parent, deck, begin) => {
  const send = (event) => runs.get(parent)?.send({ briefing: deck.id, number: runs.get(parent).run.number(), ...event });
  return {
    begin,
    explore: ({ address }) => send({ field: "explore", address }),
    source: ({ article, at }) => send({ field: "article", value: article, at }),
    leave: () => send({ field: "leave" }),
  };
};

export default function ({ parentElement, data, setTriggerValue }) {
  const send = (event) => setTriggerValue("event", event);
  const mark = `${data.deck.id} ${data.deck.at}`;
  const before = runs.get(parentElement);
  if (before?.mark === mark) {
    before.send = send;
  } else {
    before?.run.leave();
    const one = { mark, send };
    runs.set(parentElement, one);
    one.run = runDeck(parentElement, data.deck, waysOf(parentElement, data.deck, data.begin));
  }
  return () => {
    runs.get(parentElement)?.run.leave();
    runs.delete(parentElement);
  };
}
