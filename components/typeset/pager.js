// The way through a long list, a page at a time: "17-32 of 144" between four buttons.

const turner = (sign, words, at, pager, send) => {
  const node = make("button", "turn", sign, hidden(` ${words}`));
  node.type = "button";
  node.title = words;
  node.disabled = at < 1 || at > pager.pages || at === pager.at;
  node.addEventListener("click", () => send({ field: "page", value: pager.name, at }));
  return node;
};

const pagerOf = (pager, send) => {
  if (!pager || pager.pages < 2) return "";
  const { at, pages } = pager;
  const node = make(
    "nav",
    "pager",
    turner("«", "First page", 1, pager, send),
    turner("‹", "Page before", at - 1, pager, send),
    make("span", "", pager.words),
    turner("›", "Next page", at + 1, pager, send),
    turner("»", "Last page", pages, pager, send),
  );
  node.setAttribute("aria-label", `Pages of ${pager.title}`);
  return node;
};

const redrawPager = (place, pager, send) => {
  const focused = place.getRootNode().activeElement;
  const turns = [...place.querySelectorAll("button")];
  const at = turns.indexOf(focused);
  place.replaceChildren(pagerOf(pager, send));
  const target = at >= 0 && place.querySelectorAll("button")[at];
  if (target) (target.disabled ? place.querySelector("button:not(:disabled)") : target)?.focus({ preventScroll: true });
};
