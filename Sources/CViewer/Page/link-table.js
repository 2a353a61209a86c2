// The table of links: the picture in words, for screen readers, for reading and for print. It follows the filters,
// and the choice if there is one.

const PAGE = 100;
/** More rows than these no printer should be sent. */
const MOST_PRINTED = 5000;
const table = { rows: PAGE, sort: "from", isDescending: false, isStale: true };
const COLUMNS = [
  ["from", "From", link => graph.nodes[link.from].name], ["relation", "Relation", link => graph.relations[link.relation].label],
  ["to", "To", link => graph.nodes[link.to].name], ["claimants", "Claimed by", link => claimantsOf(link).join("; ")],
  ["modality", "Modality", link => [...new Set(link.claims.map(claim => graph.modalities[claim.modality]?.label))].join(", ")],
  ["confidence", "Confidence", link => { const rated = link.claims.filter(claim => claim.confidence !== null).map(claim => claim.confidence); return rated.length ? Math.max(...rated) : ""; }],
  ["date", "Date", link => link.date?.text ?? ""],
];

const claimantsOf = link => [...new Set(link.claims.map(claim => claimantName(claim.claimant)))];

function showTable() {
  table.isStale = true;
  if (!byId("table-section").hidden) fillTable();
}

function fillTable() {
  table.isStale = false;
  const section = byId("table-section");
  const isNarrow = emphasis !== null, most = isPrinting ? MOST_PRINTED : table.rows;
  const links = graph.links.filter(link => shown.link[link.index] && (!isNarrow || emphasis.link[link.index]));
  const read = COLUMNS.find(column => column[0] === table.sort)[2], keys = new Map(links.map(link => [link, read(link)]));
  const compare = new Intl.Collator("en", { numeric: true }).compare, sign = table.isDescending ? -1 : 1;
  links.sort((a, b) => sign * (typeof keys.get(a) === "number" && typeof keys.get(b) === "number" ? keys.get(a) - keys.get(b)
    : compare(shorten(String(keys.get(a)), 80), shorten(String(keys.get(b)), 80))) || a.index - b.index);
  const caption = `${links.length.toLocaleString("en")} of ${plural(graph.links.length, "link")}${isNarrow ? ", those highlighted" : ""}` +
    (links.length > most ? `; the first ${most.toLocaleString("en")}` : "");
  const headings = COLUMNS.map(([key, title]) => element("th", { scope: "col", "aria-sort": table.sort === key ? (table.isDescending ? "descending" : "ascending") : null },
    element("button", { type: "button", "data-sort": key, text: title, on: { click: () => sortTable(key) } })));
  const body = element("tbody", {}, ...links.slice(0, most).map(tableRow));
  const close = element("button", { type: "button", class: "close", "aria-label": "Close the table", on: { click: () => { toggleTable(false); byId("open-table").focus(); } } });
  const more = links.length > most ? element("button", { type: "button", id: "more-rows", text: `Show ${Math.min(PAGE, links.length - most)} more`,
    on: { click: () => { table.rows += PAGE; fillTable(); (byId("more-rows") ?? section).focus(); } } }) : null;
  const before = section.querySelector(".scroll")?.scrollTop ?? 0;
  section.replaceChildren(element("header", {}, element("h2", { text: "Links" }), element("span", { class: "tally", text: caption }), close),
    element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Rows" }, element("table", {}, element("caption", { class: "vh", text: caption }), element("thead", {}, element("tr", {}, ...headings)), body), ...(more ? [more] : [])));
  section.querySelector(".scroll").scrollTop = before;
}

function tableRow(link) {
  const node = index => {
    const button = nameElement(shorten(graph.nodes[index].name, 80), "button", { type: "button", class: "link-button" });
    button.addEventListener("click", () => { chooseNode(index); showNodes([index]); });
    return element("td", {}, button);
  };
  const relation = element("button", { type: "button", class: "link-button", text: graph.relations[link.relation].label + (link.isContested ? " (contested)" : link.isEstablished ? "" : " (not established)") });
  relation.addEventListener("click", () => { chooseLink(link.index); showNodes([link.from, link.to]); });
  const cell = nth => element("td", { text: shorten(String(COLUMNS[nth][2](link)), 160), dir: "auto" });
  return element("tr", {}, node(link.from), element("td", {}, familySwatch(graph.relations[link.relation].family), " ", relation), node(link.to), cell(3), cell(4), cell(5), cell(6));
}

function sortTable(key) {
  if (table.sort === key) table.isDescending = !table.isDescending;
  else { table.sort = key; table.isDescending = false; }
  fillTable();
  byId("table-section").querySelector(`[data-sort="${key}"]`).focus();
}

function toggleTable(isOpen = byId("table-section").hidden) {
  const section = byId("table-section");
  section.hidden = !isOpen;
  byId("open-table").setAttribute("aria-expanded", String(isOpen));
  if (isOpen && table.isStale) fillTable();
  document.body.classList.toggle("has-table", isOpen);
  measureMap();
  if (isOpen) section.focus();
}
