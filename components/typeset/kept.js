// The drawing that the browser keeps under the component's name, whichever module brings it.

const kept = ((globalThis.dateline ??= {})[NAME] ??= (() => {
  const one = {};
  one.known = new Promise((resolve) => { one.tell = resolve; });
  return one;
})());

const keep = (draw, style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  kept.tell((component) => {
    const root = component.parentElement.getRootNode();
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    return draw(component);
  });
};

const drawn = (component) => kept.known.then((draw) => draw(component));

