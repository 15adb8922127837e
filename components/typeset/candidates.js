const candidateRow = (row) => {
  const rank = make("span", row.chosen ? "rank chosen" : "rank", String(row.rank));
  const head = make("p", "", isolated(row.name, "name"), row.chosen ? make("span", "verdict", " chosen") : "");
  const note = row.note ? make("span", "", ` · ${row.note}`) : "";
  const why = make("p", "small", hidden("score "), make("span", "score", row.score), " · ", isolated(row.reason), note);
  return make("li", "candidate", rank, make("div", "", head, why));
};

export default function (component) {
  drawList(component, candidateRow);
}
