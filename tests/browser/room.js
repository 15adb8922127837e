// What does not fit its room on the slide that is shown, or cannot be read from the last row.
() => {
  const roots = [...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean);
  const slide = roots.map((one) => one.querySelector(".deck > .frame > .slide:not(.waiting)")).find(Boolean);
  const found = [];
  const frame = slide.getBoundingClientRect();
  const unit = frame.width / 1920;
  const said = (one, what) => found.push(`${location.hash} ${what} ${one.className} ${one.localName}`);
  for (const one of [slide, ...slide.querySelectorAll(".room, .told, .figures")]) {
    if (one.scrollHeight > one.clientHeight + 2) said(one, `${one.scrollHeight} over ${one.clientHeight}`);
    if (one.scrollWidth > one.clientWidth + 2) said(one, `${one.scrollWidth} wider than ${one.clientWidth}`);
  }
  const headline = slide.querySelector(".headline");
  if (headline.clientHeight > 2.6 * parseFloat(getComputedStyle(headline).lineHeight)) said(headline, "three lines");
  for (const one of slide.querySelectorAll(".words, .sentence, .line, td, .speaker")) {
    if (one.getClientRects().length && parseFloat(getComputedStyle(one).fontSize) < 23.9 * unit) said(one, "too small");
  }
  for (const one of slide.querySelectorAll("footer, header, .said, .line, tr, .figures > *")) {
    const box = one.getBoundingClientRect();
    if (box.height && (box.bottom > frame.bottom + 1 || box.right > frame.right + 1)) said(one, "outside");
  }
  return found;
}
