// The counts and the Brush in words, and the counts of sources at the foot of every printed page.

const lines = new WeakMap();

const openLine = (parent) => {
  if (lines.has(parent)) return lines.get(parent);
  const view = { counts: make("div", "counts"), words: make("div", "words"), counted: [] };
  parent.append(view.counts, view.words);
  lines.set(parent, view);
  return view;
};

const setCount = (view, at, [number, of]) => {
  const said = (view.counted[at] ??= { number: make("strong"), of: new Text() });
  if (!said.node) view.counts.append((said.node = make("p", "", said.number, said.of)));
  said.number.textContent = number;
  said.of.data = ` ${of}`;
};

const printFoot = (text) => {
  const sheet = new CSSStyleSheet();
  const put = () => {
    sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(text)}; } }`);
    document.adoptedStyleSheets.push(sheet);
  };
  const take = () => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet); };
  window.addEventListener("beforeprint", put);
  window.addEventListener("afterprint", take);
  return () => {
    window.removeEventListener("beforeprint", put);
    window.removeEventListener("afterprint", take);
  };
};

export default function ({ data, parentElement }) {
  const view = openLine(parentElement);
  data.counts.forEach((count, at) => setCount(view, at, count));
  view.words.textContent = data.words;
  return printFoot(data.foot);
}
