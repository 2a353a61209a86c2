// Cards: who claims what, and where that is written. The short card follows the pointer; the full one stays open
// for what was chosen. Nothing here is stated as a fact: every statement stands behind its claimant.

const VERBS = { asserted: "asserts", confirmed: "confirms", estimated: "estimates", alleged: "alleges", predicted: "predicts",
  proposed: "proposes", negated: "negates", denied: "denies" };

const claimantName = index => graph.claimants[index]?.name || "Claimant not named";

function claimElement(claim, isShort = false) {
  const made = element("li", { class: "claim" });
  const head = element("p", { class: "who" }, nameElement(isShort ? shorten(claimantName(claim.claimant), 60) : claimantName(claim.claimant), "bdi", { class: "claimant" }),
    ` ${VERBS[modalityName(claim)] ?? "claims"}`);
  if (claim.via !== null && claim.via !== claim.claimant) head.append(" (as told by ", nameElement(claimantName(claim.via)), ")");
  made.append(head);
  if (claim.statement) made.append(element("p", { class: "statement", dir: "auto", text: isShort ? shorten(claim.statement, 180) : claim.statement }));
  const about = element("p", { class: "source" }), part = (...items) => { if (about.childNodes.length) about.append(" · "); about.append(...items); };
  if (claim.source !== null) part(sourceElement(graph.sources[claim.source], isShort));
  if (claim.locator) part(nameElement(claim.locator));
  if (claim.date?.text) part(nameElement(claim.date.text));
  if (claim.stated) part("stated ", nameElement(claim.stated));
  // Where nobody states a confidence, saying so at every claim would only be noise: the filter says it once.
  if (claim.confidence !== null) part(`confidence ${claim.confidence} of 100`);
  else if (graph.hasConfidence) part("confidence not stated");
  for (const [key, value] of isShort ? [] : claim.attributes) part(nameElement(`${key}: ${value}`));
  if (about.childNodes.length) made.append(about);
  return made;
}

function sourceElement(source, isShort) {
  if (!source) return "source not named";
  const title = isShort ? shorten(source.title || source.url, 70) : source.title || source.url, href = safeLink(source.url);
  const name = href ? nameElement(title, "a", { href, rel: "noopener noreferrer", target: "_blank" }) : nameElement(title);
  const more = [source.publisher, source.date].filter(Boolean).join(", ");
  return more && !isShort ? element("span", {}, name, " (", nameElement(more), ")") : name;
}

/** "A hosts B", read in the direction of the fact, whatever way the line is drawn. */
function factElement(link, isButton = true) {
  const end = index => {
    const node = graph.nodes[index];
    if (!isButton) return nameElement(shorten(node.name, 60), "bdi", { class: "end" });
    const button = nameElement(shorten(node.name, 120), "button", { type: "button", class: "link-button end" });
    button.addEventListener("click", () => { chooseNode(index); showNodes([index]); });
    return button;
  };
  const relation = graph.relations[link.relation];
  return element("span", { class: "fact" }, end(link.from), " ", element("span", { class: "relation", text: relation.label }), " ", end(link.to));
}

function linkMarks(link) {
  const marks = [];
  if (link.isContested) marks.push("contested");
  if (!link.isEstablished) marks.push("not established");
  if (link.isCrossBorder) marks.push("crosses a border");
  if (graph.relations[link.relation].isSummary) marks.push("an author’s conclusion");
  if (link.date?.text) marks.push(link.date.text);
  return marks;
}

function linkBlock(link, isShort, isButton = true) {
  const block = element("div", { class: "link-block" }, element("p", { class: "head" }, familySwatch(graph.relations[link.relation].family), factElement(link, isButton)));
  const marks = linkMarks(link);
  if (marks.length) block.append(element("p", { class: "marks", text: marks.join(" · "), dir: "auto" }));
  if (!isShort && link.attributes.length) block.append(attributeList(link.attributes));
  const claims = isShort ? link.claims.slice(0, 3) : link.claims;
  block.append(element("ul", { class: "claims" }, ...claims.map(claim => claimElement(claim, isShort))));
  if (!link.claims.length) block.append(element("p", { class: "source", text: "No claim is recorded for this link." }));
  if (claims.length < link.claims.length) block.append(element("p", { class: "source", text: `and ${plural(link.claims.length - claims.length, "more claim", "more claims")}` }));
  return block;
}

function attributeList(attributes) {
  return element("dl", { class: "attributes" }, ...attributes.flatMap(([key, value]) => [element("dt", { text: key, dir: "auto" }), element("dd", { text: value, dir: "auto" })]));
}

function nodeHead(node, isShort) {
  const kind = graph.kinds[node.kind], about = [kind.label];
  if (node.territory && node.territory !== node.name) about.push(node.territory);
  if (node.date) about.push(node.date);
  return [element("p", { class: "kind" }, kindSwatch(node.kind), nameElement(about.join(" · "), "span")),
    nameElement(isShort ? shorten(node.name, 120) : node.name, "h2"),
    node.aliases.length ? element("p", { class: "aliases" }, "Also: ", ...node.aliases.flatMap((alias, i) => [i ? ", " : "", nameElement(isShort ? shorten(alias, 60) : alias)])) : null];
}

const shownLinks = node => {
  const links = [];
  eachLink(graph, node.index, link => { if (shown.link[link.index]) links.push(link); });
  return links;
};

const nodeSummary = node => `${shorten(node.name, 120)}, ${graph.kinds[node.kind].label}, ${plural(shownLinks(node).length, "link")} of ${node.degree} shown.`;

/** The short card beside the pointer. */
function hoverCard(found) {
  if (found.link !== undefined) return [linkBlock(graph.links[found.link], true, false)];
  const node = graph.nodes[found.node], links = shownLinks(node);
  const claims = links.flatMap(link => link.claims.map(claim => ({ link, claim }))), parts = nodeHead(node, true);
  parts.push(element("p", { class: "source", text: `${plural(links.length, "link")} shown, ${plural(claims.length, "claim")}. Click for all.` }));
  for (const claim of node.claims.slice(0, 1)) parts.push(element("ul", { class: "claims" }, claimElement(claim, true)));
  for (const { link, claim } of claims.slice(0, 2)) {
    parts.push(element("div", { class: "link-block" }, element("p", { class: "head" }, familySwatch(graph.relations[link.relation].family), factElement(link, false)),
      element("ul", { class: "claims" }, claimElement(claim, true))));
  }
  return parts;
}

const MOST_BLOCKS = 40;

/** The card that stays: of the chosen node or link. */
function showDetails() {
  const details = byId("details"), node = view.node !== null ? graph.nodes[view.node] : null, link = view.link !== null ? graph.links[view.link] : null;
  const key = node ? `node ${node.index} ${view.hops}` : link ? `link ${link.index}` : "";
  const hadScroll = details.dataset.key === key ? details.scrollTop : 0;
  details.dataset.key = key;
  details.hidden = !key;
  if (!key) { details.replaceChildren(); return; }
  const close = element("button", { type: "button", class: "close", "aria-label": "Close details", title: "Close (Esc)", on: { click: () => { clearChoice(); byId("map").focus(); } } });
  const parts = [close];
  if (link) parts.push(element("p", { class: "kind", text: "Link" }), linkBlock(link, false));
  else {
    parts.push(...nodeHead(node, false));
    const hops = [1, 2, 3].map(count => element("button", { type: "button", "aria-pressed": String(view.hops === count), text: String(count),
      "aria-label": `Highlight what is up to ${plural(count, "link")} away`, on: { click: () => { change(v => { v.hops = count; }); announce(statusText()); } } }));
    parts.push(element("div", { class: "actions" }, element("span", { class: "segments", role: "group", "aria-label": "Links away" }, element("span", { text: "Links away" }), ...hops),
      element("button", { type: "button", text: "Path from here", on: { click: () => { openBox("path"); setPathEnd("from", node.index); byId("path-to").focus(); } } }),
      element("button", { type: "button", text: "Path to here", on: { click: () => { openBox("path"); setPathEnd("to", node.index); byId("path-from").focus(); } } })));
    if (!shown.node[node.index]) parts.push(element("p", { class: "marks", text: "Hidden by a filter." }));
    if (node.attributes.length) parts.push(attributeList(node.attributes));
    if (node.claims.length) parts.push(element("ul", { class: "claims" }, ...node.claims.map(claim => claimElement(claim))));
    const links = shownLinks(node);
    parts.push(element("h3", { text: links.length < node.degree ? `${links.length} of ${plural(node.degree, "link")} shown` : plural(links.length, "link") }));
    const list = element("div"), add = from => {
      list.append(...links.slice(from, from + MOST_BLOCKS).map(item => linkBlock(item, false)));
      const rest = links.length - from - MOST_BLOCKS;
      if (rest > 0) {
        const more = element("button", { type: "button", text: `Show ${rest} more`, on: { click: () => { more.remove(); add(from + MOST_BLOCKS); } } });
        list.append(more);
      }
    };
    add(0);
    parts.push(list);
  }
  details.replaceChildren(...parts.filter(Boolean));
  details.scrollTop = hadScroll;
}

function chooseNode(index) {
  change(v => { v.node = index; v.link = null; v.hops = v.node === index ? v.hops : 1; if (v.path?.from !== null && v.path?.to !== null) v.path = null; });
}

function chooseLink(index) {
  change(v => { v.link = index; v.node = null; if (v.path?.from !== null && v.path?.to !== null) v.path = null; });
}

function clearChoice() {
  if (view.node === null && view.link === null && !view.path) return;
  change(v => { v.node = v.link = v.path = null; v.hops = 1; });
}

/** The steps of the path, with the claims of each. */
function showPathBox() {
  const fields = { from: byId("path-from"), to: byId("path-to") };
  for (const end of ["from", "to"]) {
    const node = view.path?.[end];
    if (document.activeElement !== fields[end] || node !== null && node !== undefined) fields[end].value = node === null || node === undefined ? "" : graph.nodes[node].name.slice(0, 200);
  }
  byId("path-directed").checked = view.path?.isDirected ?? false;
  byId("path-wide").checked = view.path?.isWide ?? false;
  const result = byId("path-result");
  if (!path) { result.replaceChildren(element("p", { class: "hint", text: "Choose two nodes: here, or on the map with Shift and a click." })); return; }
  if (!path.links) { result.replaceChildren(element("p", { class: "hint", text: path.reason })); return; }
  const ways = path.ways > 1 ? `, one of ${path.ways.toLocaleString("en")} that short` : "";
  result.replaceChildren(element("p", { class: "hint", text: `Shortest path: ${plural(path.links.length, "link")}${ways}.` }),
    element("ol", { class: "steps" }, ...path.links.map(index => element("li", {}, linkBlock(graph.links[index], true)))));
}
