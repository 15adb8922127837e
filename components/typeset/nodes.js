// What a component that is no list needs: elements made here alone, with text as text.

const make = (tag, className = "", ...children) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
};

const hidden = (text) => make("span", "hidden", text);
