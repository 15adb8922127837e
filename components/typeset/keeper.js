// The notebook's marks of one subject: its star, its tags and its note.

const keepers = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  if (!keepers.has(parentElement)) {
    const line = make("li");
    const root = make("div", "list keeper", make("ul", "", line));
    parentElement.append(root);
    keepers.set(parentElement, { line, said: "" });
  }
  const view = keepers.get(parentElement);
  const said = JSON.stringify(data.kept);
  if (said === view.said) return;
  const held = view.line.getRootNode().activeElement?.className;
  view.said = said;
  const send = (event) => setTriggerValue("event", event);
  const words = keptWords(data.kept);
  view.line.replaceChildren(make("p", "small", ...keeper(data, send)), ...(words ? [words] : []));
  if (held) view.line.querySelector(`.${held.split(" ").join(".")}`)?.focus({ preventScroll: true });
}
