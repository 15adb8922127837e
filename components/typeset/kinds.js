// The mark of each kind of entity: a shape as well as a hue.

const KIND_SHAPES = { person: "●", organisation: "■", place: "▲", group: "▼", event: "★" };

const kindMark = (kind) => {
  const node = make("span", `mark is-kind-${kind}`, KIND_SHAPES[kind] ?? "●");
  node.setAttribute("aria-hidden", "true");
  return node;
};
