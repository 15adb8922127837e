// Whether keys that are pressed there are words, and no commands.

const typesIn = (node) => node.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(node.tagName);
