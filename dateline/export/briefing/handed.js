// A deck in a file of its own: it is run, its drawings can be looked into, and it prints whole.

const asked = location.hash === "#print";
const told = JSON.parse(document.getElementById("deck").textContent);
const host = document.body;

const linkSources = (section) => {
  const slide = told.slides[Number(section.dataset.number) - 1];
  if (!slide?.addresses) return;
  [...section.querySelectorAll("tbody tr")].forEach((row, at) => {
    const address = slide.addresses[at];
    const cell = row.children[1];
    if (!address || !cell.textContent.endsWith(address) || cell.querySelector("a")) return;
    const link = made("a", "", address);
    link.href = address;
    link.rel = "noreferrer noopener";
    link.target = "_blank";
    cell.firstChild.textContent = cell.textContent.slice(0, -address.length);
    cell.append(link);
  });
};

const finish = (section) => {
  linkSources(section);
  if (section.closest(".laid, .mini")) return;
  const slide = told.slides[Number(section.dataset.number) - 1];
  for (const figure of section.querySelectorAll("figure.map, figure.timeline, figure.strip")) lookInto(figure, slide, section);
};

const sectionsIn = (node) => (node.matches?.(".slide") ? [node] : [...(node.querySelectorAll?.(".slide") ?? [])]);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const node of addedNodes) sectionsIn(node).forEach(finish);
}).observe(host, { childList: true, subtree: true });

window.addEventListener("keydown", onLookKey, true);
const run = runDeck(host, told);

let sheets = null;
const layOut = () => {
  sheets?.remove();
  sheets = run.lay();
  sheets.querySelectorAll(".slide").forEach(linkSources);
};
const putAway = () => {
  sheets?.remove();
  sheets = null;
};
window.addEventListener("beforeprint", () => sheets ?? layOut());
window.addEventListener("afterprint", () => asked || putAway());
if (asked) document.fonts.ready.then(layOut);
