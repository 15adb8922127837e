// Buttons of a row that ask for something.

const asking = (words, event, send, label = "") => {
  const node = make("button", "go", make("bdi", "", words));
  node.type = "button";
  if (label) {
    node.setAttribute("aria-label", label);
    node.title = label;
  }
  node.addEventListener("click", () => {
    if (node.getAttribute("aria-disabled") !== "true") send(event);
  });
  return node;
};
