// The slide in a small frame, by the scripts that draw it full screen.

export default function ({ parentElement, data }) {
  const host = parentElement.host ?? parentElement;
  for (const [name, colour] of Object.entries(data.colours)) host.style.setProperty(`--${name}`, colour);
  const slide = drawSlide(data.deck.slides[0], data.deck);
  const frame = make("div", "frame", slide);
  const root = make("div", "deck small-deck", frame);
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", "The slide as it will be presented");
  parentElement.querySelector(".small-deck")?.remove();
  parentElement.append(root);
  const fit = () => {
    if (!frame.clientWidth) return;
    fitSlide(slide);
    turnTo(slide, 0);
  };
  fit();
  const watch = new ResizeObserver(fit);
  watch.observe(root);
  return () => watch.disconnect();
}
