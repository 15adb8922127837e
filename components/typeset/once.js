// The drawing that the browser keeps under the name of a component, whichever module brings it.

const keptOnce = ((globalThis.dateline ??= {})[NAME] ??= (() => {
  const one = {};
  one.known = new Promise((resolve) => { one.tell = resolve; });
  return one;
})());

const keepOnce = (draw, style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const styled = (component) => {
    const root = component.parentElement.getRootNode();
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    return draw(component);
  };
  keptOnce.tell(styled);
  keptOnce.known = Promise.resolve(styled);
};

// Whether the page has heard the end of all that it asked for, as far as Streamlit shows it.
const isRested = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";

const stamped = (component) => ({
  ...component,
  data: JSON.parse(new TextDecoder().decode(component.data)),
  setTriggerValue: (name, value) =>
    component.setTriggerValue(name, { sent: performance.now(), rested: isRested(), ...value }),
});

const drawnOnce = (component) => {
  const end = { isLeft: false, leave: null };
  keptOnce.known.then((draw) => {
    if (!end.isLeft) end.leave = draw(stamped(component));
  });
  return () => {
    end.isLeft = true;
    if (typeof end.leave === "function") end.leave();
  };
};

