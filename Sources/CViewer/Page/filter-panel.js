// The legend that filters: each kind, relation, claimant and modality is drawn as the map draws it, and ticked
// while it is shown.

const sections = {};

/** A small picture of a kind's node. */
function kindSwatch(index) {
  const kind = graph.kinds[index];
  return svgElement("svg", { class: "swatch", viewBox: "-13 -9 26 18", width: 26, height: 18, "aria-hidden": "true", focusable: "false" },
    svgElement("path", { d: shapePath(kind.shape, 22, 13, kind.isRounded) + (kind.outlines > 1 ? shapePath(kind.shape, 17, 8.5, kind.isRounded) : ""),
      fill: screenPaint.kind(index, "fill"), stroke: screenPaint.kind(index, "border"), "stroke-width": Math.min(kind.borderWidth ?? 1.2, 1.8), "stroke-dasharray": kind.isDashed ? "3 2" : null }));
}

/** A small picture of a family's line and head. */
function familySwatch(index) {
  const family = graph.families[index], arrow = ARROWS[family.arrow];
  const dash = { dashed: "5 3", dotted: "1.2 2.6" }[family.dash] ?? null, colour = screenPaint.family(index, "line");
  return svgElement("svg", { class: "swatch", viewBox: "0 0 30 12", width: 30, height: 12, "aria-hidden": "true", focusable: "false" },
    svgElement("path", { d: `M1 6H${arrow ? 29 - arrow.length * 0.9 : 29}`, fill: "none", stroke: colour, "stroke-width": 1.6, "stroke-dasharray": dash }),
    arrow ? svgElement("path", { d: arrow.d, transform: "translate(29 6)", fill: arrow.isHollow ? "var(--map-canvas)" : colour, stroke: colour }) : null ?? "");
}

function makePanel() {
  const filters = byId("filters");
  const counts = countItems();
  filters.append(
    listSection("kinds", "Nodes", graph.kinds.map((kind, i) => ({ index: i, label: kind.label, count: counts.kinds[i], swatch: kindSwatch(i) })).filter(item => item.count), true),
    relationSection(counts.relations),
    listSection("claimants", "Claimants", graph.claimants.map((claimant, i) => ({ index: i, label: claimant.name, count: counts.claimants[i] }))
      .filter(item => item.count).sort((a, b) => b.count - a.count || a.index - b.index), false, "Who says it. The count is of claims."),
    listSection("modalities", "Modality", graph.modalities.map((modality, i) => ({ index: i, label: modality.label, count: counts.modalities[i] })).filter(item => item.count), false,
      "How it is said. Dashed links are not established: nobody asserts, confirms or estimates them."),
    confidenceSection(), timeSection());
  makeAbout();
}

function countItems() {
  const counts = { kinds: graph.kinds.map(() => 0), relations: graph.relations.map(() => 0), claimants: graph.claimants.map(() => 0), modalities: graph.modalities.map(() => 0) };
  for (const node of graph.nodes) counts.kinds[node.kind]++;
  for (const link of graph.links) counts.relations[link.relation]++;
  for (let i = 0; i < graph.claims.link.length; i++) { counts.claimants[graph.claims.claimant[i]]++; counts.modalities[graph.claims.modality[i]]++; }
  return counts;
}

function sectionShell(key, title, isOpen) {
  const shell = element("details", { class: "section", id: "section-" + key, open: isOpen });
  const tally = element("span", { class: "tally" });
  shell.append(element("summary", {}, element("h2", { text: title }), tally));
  return { shell, tally };
}

function allButtons(list, title, indexes) {
  return element("p", { class: "all" },
    element("button", { type: "button", class: "link-button", text: "All", "aria-label": `Show all: ${title}`, on: { click: () => change(v => v.hidden[list].clear()) } }),
    element("button", { type: "button", class: "link-button", text: "None", "aria-label": `Hide all: ${title}`, on: { click: () => change(v => { v.hidden[list] = new Set(indexes); }) } }));
}

function tick(list, item) {
  const box = element("input", { type: "checkbox", "data-list": list, "data-index": item.index });
  box.addEventListener("change", () => change(v => { if (box.checked) v.hidden[list].delete(item.index); else v.hidden[list].add(item.index); }));
  const only = element("button", { type: "button", class: "only link-button", text: "only", "aria-label": `Show only ${shorten(item.label, 80)}` });
  only.addEventListener("click", () => change(v => {
    v.hidden[list] = new Set(sections[list].items.map(other => other.index).filter(index => index !== item.index));
  }));
  const row = element("li", { class: "tick" }, element("label", {}, box, item.swatch ?? "", nameElement(item.label, "bdi", { class: "label" }),
    element("span", { class: "count", text: item.count.toLocaleString("en") })), only);
  return { row, box, item };
}

const MOST_ROWS = 150;

function listSection(list, title, items, isOpen, hint = null) {
  const { shell, tally } = sectionShell(list, title, isOpen);
  const section = sections[list] = { items, tally, ticks: [] };
  const rows = element("ul", { class: "ticks" });
  const fill = query => {
    const key = searchKey(query);
    const fitting = key ? items.filter(item => searchKey(shorten(item.label, 300)).includes(key)) : items;
    section.ticks = fitting.slice(0, MOST_ROWS).map(item => tick(list, item));
    rows.replaceChildren(...section.ticks.map(made => made.row));
    if (fitting.length > MOST_ROWS) rows.append(element("li", { class: "more", text: `and ${(fitting.length - MOST_ROWS).toLocaleString("en")} more: type a part of the name above` }));
    showTicks();
  };
  if (hint) shell.append(element("p", { class: "hint", text: hint }));
  if (items.length > 12) {
    const field = element("input", { type: "search", class: "narrow", placeholder: `Find among ${items.length.toLocaleString("en")}`, "aria-label": `Find among ${title.toLowerCase()}` });
    field.addEventListener("input", () => fill(field.value));
    if (list !== "kinds") shell.append(field);
  }
  shell.append(allButtons(list, title, items.map(item => item.index)), rows);
  fill("");
  return shell;
}

/** Relations under their family, whose line stands for them; a family's box ticks all of its relations. */
function relationSection(counts) {
  const { shell, tally } = sectionShell("relations", "Links", true);
  const items = graph.relations.map((relation, i) => ({ index: i, label: relation.label, count: counts[i], family: relation.family })).filter(item => item.count);
  const section = sections.relations = { items, tally, ticks: [], families: [] };
  shell.append(allButtons("relations", "Links", items.map(item => item.index)));
  graph.families.forEach((family, f) => {
    const own = items.filter(item => item.family === f);
    if (!own.length) return;
    const box = element("input", { type: "checkbox", "data-family": family.name });
    box.addEventListener("change", () => change(v => { for (const item of own) if (box.checked) v.hidden.relations.delete(item.index); else v.hidden.relations.add(item.index); }));
    const ticks = own.map(item => tick("relations", item)), list = element("ul", { class: "ticks nested", id: "family-" + f, hidden: true }, ...ticks.map(made => made.row));
    const more = element("button", { type: "button", class: "twist", "aria-expanded": "false", "aria-controls": list.id, "aria-label": `Relations of ${family.label}` });
    more.addEventListener("click", () => { list.hidden = !list.hidden; more.setAttribute("aria-expanded", String(!list.hidden)); });
    section.ticks.push(...ticks);
    section.families.push({ box, own });
    shell.append(element("div", { class: "family" }, more, element("label", {}, box, familySwatch(f), element("span", { class: "label", text: family.label }),
      element("span", { class: "count", text: own.reduce((sum, item) => sum + item.count, 0).toLocaleString("en") }))), list);
  });
  shell.append(element("p", { class: "hint", text: "Thick: crosses a border. Dashed with a hollow head: not established." }));
  return shell;
}

function confidenceSection() {
  const { shell, tally } = sectionShell("confidence", "Confidence", false);
  const rated = graph.claims.confidence.filter(value => value >= 0).length;
  const slider = element("input", { type: "range", id: "confidence", min: 0, max: 100, step: 5, value: 0, "aria-label": "Least confidence", disabled: !rated });
  const keep = element("input", { type: "checkbox", id: "keep-unrated" });
  slider.addEventListener("input", () => changeSoon(v => { v.confidence = Number(slider.value); }));
  keep.addEventListener("change", () => change(v => { v.keepsUnrated = keep.checked; }));
  shell.append(element("p", { class: "hint", text: rated ? `${plural(rated, "claim")} of ${graph.claims.link.length.toLocaleString("en")} state a confidence.` : "No claim states a confidence. Not stated is not zero." }),
    slider, element("label", { class: "check" }, keep, "Keep claims without one"));
  sections.confidence = { slider, keep, tally };
  return shell;
}

/** Brings ticks and tallies up to the view. */
function showTicks() {
  for (const list of LISTS) {
    const section = sections[list];
    if (!section) continue;
    const hidden = view.hidden[list];
    for (const { box, row, item } of section.ticks) { box.checked = !hidden.has(item.index); row.classList.toggle("off", !box.checked); }
    const on = section.items.filter(item => !hidden.has(item.index)).length;
    section.tally.textContent = on < section.items.length ? `${on} of ${section.items.length}` : String(on);
    for (const { box, own } of section.families ?? []) {
      const off = own.filter(item => hidden.has(item.index)).length;
      box.checked = off < own.length;
      box.indeterminate = off > 0 && off < own.length;
    }
  }
  const { confidence } = sections;
  if (confidence) {
    confidence.slider.value = String(view.confidence);
    confidence.slider.setAttribute("aria-valuetext", view.confidence ? `at least ${view.confidence} of 100` : "any");
    confidence.tally.textContent = view.confidence ? `≥ ${view.confidence}` : "any";
    confidence.keep.checked = view.keepsUnrated;
  }
  showTime();
}

/** What was left out before this page was made, and where positions come from. */
function makeAbout() {
  const claims = graph.claims.link.length, claimants = new Set(graph.claims.claimant).size;
  byId("title").textContent = graph.title;
  byId("title").lang = graph.language;
  byId("subtitle").textContent = `Claims, not findings: ${plural(claims, "claim")} by ${plural(claimants, "claimant")}.`;
  const about = byId("about");
  if (graph.omissions.length) {
    about.append(element("h2", { text: "Left out of this page" }), element("ul", {}, ...graph.omissions.map(text => element("li", { text, dir: "auto" }))));
  }
  if (graph.positions) about.append(element("p", { text: "Positions: " + graph.positions, dir: "auto" }));
  about.append(element("p", { text: "Made with LinkChart. This page makes no requests." }));
}
