// Which nodes and links are shown. A link is shown if its relation is on and at least one of its claims passes;
// a node is shown if its kind is on and, should it have links at all, one of them passes.

function computeShown(view) {
  const { nodes, links, claims } = graph;
  const { hidden } = view;
  const linkPasses = new Uint8Array(links.length), node = new Uint8Array(nodes.length), link = new Uint8Array(links.length);
  const [from, to] = view.time ?? [OPEN_START, OPEN_END];
  const onRelation = new Uint8Array(graph.relations.length).fill(1), onClaimant = new Uint8Array(graph.claimants.length).fill(1);
  const onModality = new Uint8Array(graph.modalities.length).fill(1), onKind = new Uint8Array(graph.kinds.length).fill(1);
  for (const i of hidden.relations) onRelation[i] = 0;
  for (const i of hidden.claimants) onClaimant[i] = 0;
  for (const i of hidden.modalities) onModality[i] = 0;
  for (const i of hidden.kinds) onKind[i] = 0;
  const isTimed = view.time !== null, claimPasses = new Uint8Array(claims.link.length);
  let passing = 0;
  for (let i = 0; i < claims.link.length; i++) {
    const rating = claims.confidence[i];
    claimPasses[i] = onClaimant[claims.claimant[i]] && onModality[claims.modality[i]] &&
      (rating < 0 ? view.keepsUnrated : rating >= view.confidence) &&
      // A date with an open end may hold at any time on that side: possible is shown, impossible is not.
      (claims.isDated[i] ? !isTimed || (claims.start[i] <= to && claims.end[i] >= from) : view.keepsUndated) ? 1 : 0;
    if (claimPasses[i]) linkPasses[claims.link[i]] = 1;
  }
  // A link without claims can't be judged by them: any filter on claims hides it.
  const isJudging = hidden.claimants.size || hidden.modalities.size || view.confidence > 0 || !view.keepsUnrated || isTimed || !view.keepsUndated;
  let linkCount = 0, nodeCount = 0;
  for (const item of links) {
    const i = item.index;
    if (!item.claims.length && !isJudging) linkPasses[i] = 1;
    if (!onRelation[item.relation]) linkPasses[i] = 0;
    if (linkPasses[i]) { node[item.from] = 1; node[item.to] = 1; }
  }
  for (const item of nodes) {
    node[item.index] = onKind[item.kind] && (node[item.index] || item.degree === 0) ? 1 : 0;
    nodeCount += node[item.index];
  }
  for (const item of links) {
    link[item.index] = linkPasses[item.index] && node[item.from] && node[item.to] ? 1 : 0;
    linkCount += link[item.index];
  }
  for (let i = 0; i < claimPasses.length; i++) passing += claimPasses[i] && link[claims.link[i]];
  return { node, link, claim: claimPasses, nodeCount, linkCount, claimCount: passing };
}

/** What each filter hides, in words, with the change that lifts it: shown as chips that can be removed. */
function activeFilters(view) {
  const active = [];
  const words = { kinds: "kind", relations: "relation", claimants: "claimant", modalities: "modality" };
  for (const list of LISTS) {
    const hidden = view.hidden[list];
    if (hidden.size) {
      const labels = graph[list].filter((_, i) => hidden.has(i)).map(item => item.label || item.name);
      const text = hidden.size <= 2 ? `${labels.map(label => shorten(label, 24)).join(", ")} hidden`
        : `${hidden.size} of ${plural(graph[list].length, words[list], words[list] === "modality" ? "modalities" : undefined)} hidden`;
      active.push({ text, lift: v => v.hidden[list].clear() });
    }
  }
  if (view.confidence) active.push({ text: `Confidence at least ${view.confidence}`, lift: v => { v.confidence = 0; } });
  if (!view.keepsUnrated) active.push({ text: "Claims without confidence hidden", lift: v => { v.keepsUnrated = true; } });
  if (view.time) active.push({ text: `${dateOfDay(view.time[0])} to ${dateOfDay(view.time[1])}`, lift: v => { v.time = null; } });
  if (!view.keepsUndated) active.push({ text: "Claims without a date hidden", lift: v => { v.keepsUndated = true; } });
  return active;
}

function statusText() {
  const { nodes, links } = graph;
  let text = `${shown.nodeCount.toLocaleString("en")} of ${plural(nodes.length, "node")} and ` +
    `${shown.linkCount.toLocaleString("en")} of ${plural(links.length, "link")} shown`;
  if (emphasis) text += `; ${plural(emphasis.nodeCount, "node")} and ${plural(emphasis.linkCount, "link")} highlighted`;
  return text + ".";
}

/** Shows what is shown and hidden. */
function showStatus() {
  byId("status").textContent = statusText();
  const chips = byId("chips"), filters = activeFilters(view);
  chips.replaceChildren(...filters.map(filter => element("li", {},
    element("button", { type: "button", class: "chip", "aria-label": `Lift the filter: ${filter.text}`,
      on: { click: () => { change(filter.lift); byId("search").focus(); } } },
    element("bdi", { text: filter.text }), element("span", { "aria-hidden": "true", text: "\u00d7" })))));
  byId("reset").hidden = !filters.length;
  byId("empty").hidden = shown.nodeCount > 0 || !graph.nodes.length;
}
