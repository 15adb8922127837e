// The drawing that the browser keeps under the component's name, whichever module brings it.

const kept = ((globalThis.dateline ??= {})[NAME] ??= (() => {
  const one = {};
  one.known = new Promise((resolve) => { one.tell = resolve; });
  return one;
})());

const keep = (draw, style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const styled = (component) => {
    const root = component.parentElement.getRootNode();
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    return draw(component);
  };
  kept.tell(styled);
  kept.known = Promise.resolve(styled);
};

const drawn = (component) => {
  const end = { isLeft: false, leave: null };
  kept.known.then((draw) => {
    if (!end.isLeft) end.leave = draw(component);
  });
  return () => {
    end.isLeft = true;
    if (typeof end.leave === "function") end.leave();
  };
};

