
const factOf = (fact) => (fact?.length ? isolated(fact) : null);

const languageOf = (code) => {
  if (!code) return null;
  try {
    return make("bdi", "", new Intl.DisplayNames(["en"], { type: "language" }).of(code));
  } catch {
    return make("bdi", "", code);
  }
};

const recognisedArticle = (article) => {
  const words = withPieces(make("p", "text"), article.words);
  words.dir = article.direction;
  const facts = [...article.facts.map(factOf), languageOf(article.language)];
  const node = make("li", "evidence", withPieces(make("p", "headline"), article.title));
  node.append(make("p", "small", ...joined(facts)), words);
  if (article.known) node.append(make("p", "small known", article.known));
  return node;
};

const rejection = ({ line, reason }) => {
  const where = line ? [make("span", "where", line), " "] : [];
  return make("li", "small", ...where, isolated(reason));
};

export default function ({ data, parentElement }) {
  const root = make("section", "list recognised");
  if (data.articles.length) root.append(make("ol", "", ...data.articles.map(recognisedArticle)));
  if (data.more) root.append(make("p", "small rest", data.more));
  if (data.rejected.length) {
    const list = make("ul", "rejected", ...data.rejected.map(rejection));
    root.append(make("p", "small rest", "Rejected"), list);
  }
  parentElement.querySelector(".recognised")?.remove();
  parentElement.append(root);
}
