// The legend switches each kind of mark on and off, and is remembered from article to article.

const MODES = ["direct", "mixed", "indirect"];
const MEMORY = "dateline.reader.off";

const recall = () => {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(MEMORY)) ?? []);
  } catch {
    return new Set();
  }
};

const keep = (off) => {
  try {
    sessionStorage.setItem(MEMORY, JSON.stringify([...off]));
  } catch {
    return;
  }
};

const switchOf = (view, kind, count) => {
  const sample = make("span", kind === "quotation" ? "is-content is-direct" : `is-${kind}`, KINDS[kind]);
  const node = make("button", "switch", shapeOf(kind), " ", sample, make("span", "number", ` ${count}`));
  node.type = "button";
  node.setAttribute("role", "switch");
  node.setAttribute("aria-checked", String(!view.off.has(kind)));
  node.addEventListener("click", () => {
    view.off[view.off.has(kind) ? "delete" : "add"](kind);
    node.setAttribute("aria-checked", String(!view.off.has(kind)));
    view.legend.classList.toggle("no-quotations", view.off.has("quotation"));
    keep(view.off);
    hideCard(view);
    aim(view);
    press(view, view.chosen);
  });
  return make("li", "", node);
};

const samplesOf = (records) => {
  const said = records.filter((record) => record.kind === "quotation");
  const modes = MODES.filter((mode) => said.some((record) => record.mode === mode));
  const samples = modes.map((mode) => make("span", `is-content is-${mode}`, mode));
  if (said.length) samples.push(make("span", "is-speaker named", "speaker"), make("span", "is-cue", "cue"));
  return samples.map((sample) => make("li", "sample of-quotations", sample));
};

const drawLegend = (view, doubtful) => {
  const records = [...view.records.values()];
  const counts = Object.keys(KINDS).map((kind) => [kind, records.filter((r) => r.kind === kind).length]);
  const switches = counts.filter(([, count]) => count).map((pair) => switchOf(view, ...pair));
  view.legend.replaceChildren(...switches, ...samplesOf(records), view.insideSample);
  if (records.some((record) => record.doubtful)) {
    view.legend.append(make("li", "sample", make("span", "is-doubtful", doubtful)));
  }
  view.legend.hidden = !records.length;
  view.legend.classList.toggle("no-quotations", view.off.has("quotation"));
};
