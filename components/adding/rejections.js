
const cell = (tag, content) => make(tag, "", content);

const rejectionRow = ({ source, line, reason }) =>
  make("tr", "", cell("td", isolated(source)), cell("td", line), cell("td", isolated(reason)));

export default function ({ data, parentElement }) {
  const root = make("section", "list rejections");
  if (data.rows.length) {
    const head = make("tr", "", ...["Source", "Line", "Reason"].map((name) => cell("th", name)));
    for (const name of head.children) name.scope = "col";
    const body = make("tbody", "", ...data.rows.map(rejectionRow));
    const frame = make("div", "frame", make("table", "", make("thead", "", head), body));
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "Rejections");
    root.append(frame);
  }
  const said = make("p", "small rest", data.more || data.empty);
  said.setAttribute("role", "status");
  root.append(said);
  parentElement.querySelector(".rejections")?.remove();
  parentElement.append(root);
}
