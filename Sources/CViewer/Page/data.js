// The graph as the page holds it: DATA.md says what the writer puts in, this file turns it into arrays that
// filters and drawing can run through sixty thousand times a frame.

const AFFIRMING = new Set(["asserted", "confirmed", "estimated"]);
const OPEN_START = -1e9, OPEN_END = 1e9;

function readGraph(text) {
  const raw = JSON.parse(text);
  if (raw.version !== 1) throw new Error(`This page reads data of version 1, not ${raw.version}.`);
  const graph = {
    title: cleanText(raw.title), language: /^[A-Za-z0-9-]{2,35}$/.test(raw.language ?? "") ? raw.language : "",
    theme: raw.theme === "light" || raw.theme === "dark" ? raw.theme : null, start: raw.start ?? {},
    positions: cleanText(raw.positions), omissions: (raw.omissions ?? []).map(cleanText),
    kinds: (raw.kinds ?? []).map(kind => ({ ...kind, label: cleanText(kind.label) })),
    families: (raw.families ?? []).map(family => ({ ...family, label: cleanText(family.label) })),
    relations: (raw.relations ?? []).map(relation =>
      ({ ...relation, label: cleanText(relation.label), inverse: cleanText(relation.inverse) })),
    claimants: (raw.claimants ?? []).map(claimant => ({ ...claimant, name: cleanText(claimant.name) })),
    sources: (raw.sources ?? []).map(source => ({
      title: cleanText(source.title), publisher: cleanText(source.publisher), author: cleanText(source.author),
      date: cleanText(source.date), url: cleanText(source.url) })),
    modalities: raw.modalities ?? [],
    groups: (raw.groups ?? []).map(group => ({ ...group, label: cleanText(group.label) })),
  };
  graph.nodes = (raw.nodes ?? []).map((node, index) => readNode(node, index, graph));
  graph.links = (raw.links ?? []).map((link, index) => readLink(link, index));
  indexGraph(graph);
  return graph;
}

function readNode(node, index, graph) {
  return {
    index, id: cleanText(node.id), name: cleanText(node.name || node.id), kind: node.kind,
    territory: cleanText(node.territory), aliases: (node.aliases ?? []).map(cleanText),
    x: node.x, y: node.y, width: node.width, height: node.height,
    lines: node.lines?.map(line => typeof line === "string"
      ? { text: cleanText(line) } : { text: cleanText(line.text), isSmall: line.isSmall === true }),
    attributes: readAttributes(node.attributes),
    date: cleanText(node.date), claims: (node.claims ?? []).map(readClaim), weight: node.weight,
  };
}

function readLink(link, index) {
  return {
    index, id: cleanText(link.id ?? "l" + index), from: link.from, to: link.to, relation: link.relation,
    label: cleanText(link.label), date: readDate(link.date), curve: link.curve ?? null,
    labelBox: link.labelBox ?? null, isCrossBorder: link.isCrossBorder === true,
    isEstablished: link.isEstablished !== false, isContested: link.isContested === true,
    isDirected: link.isDirected !== false, isReversed: link.isReversed === true,
    attributes: readAttributes(link.attributes),
    claims: (link.claims ?? []).map(readClaim),
  };
}

const readAttributes = pairs => (pairs ?? []).map(([key, value]) => [cleanText(key), cleanText(value)]);

function readClaim(claim) {
  return {
    claimant: claim.claimant, via: claim.via ?? null, modality: claim.modality, confidence: claim.confidence ?? null,
    source: claim.source ?? null, locator: cleanText(claim.locator), statement: cleanText(claim.statement),
    stated: cleanText(claim.stated), date: readDate(claim.date), attributes: readAttributes(claim.attributes),
  };
}

/** A date is an interval of days with open ends; `start` and `end` both missing means that it can't be placed. */
function readDate(date) {
  if (!date) return null;
  const known = Number.isFinite(date.start) || Number.isFinite(date.end);
  return { text: cleanText(date.text), known, start: date.start ?? OPEN_START, end: date.end ?? OPEN_END };
}

function indexGraph(graph) {
  const { nodes, links } = graph;
  graph.nodeById = new Map(nodes.map(node => [node.id, node]));
  graph.linkById = new Map(links.map(link => [link.id, link]));
  const claimCount = links.reduce((sum, link) => sum + link.claims.length, 0);
  const claims = graph.claims = {
    link: new Int32Array(claimCount), claimant: new Int32Array(claimCount), modality: new Uint8Array(claimCount),
    confidence: new Int16Array(claimCount), start: new Float64Array(claimCount), end: new Float64Array(claimCount),
    isDated: new Uint8Array(claimCount),
  };
  const degree = new Int32Array(nodes.length + 1);
  let at = 0;
  for (const link of links) {
    degree[link.from]++;
    if (link.to !== link.from) degree[link.to]++;
    for (const claim of link.claims) {
      const date = claim.date ?? link.date;
      claims.link[at] = link.index;
      claims.claimant[at] = claim.claimant;
      claims.modality[at] = claim.modality;
      claims.confidence[at] = claim.confidence ?? -1;
      claims.isDated[at] = date?.known ? 1 : 0;
      claims.start[at] = date?.known ? date.start : OPEN_START;
      claims.end[at] = date?.known ? date.end : OPEN_END;
      at++;
    }
  }
  graph.hasConfidence = claims.confidence.some(value => value >= 0);
  // Links of a node in one array (compressed sparse rows): neighbourhoods and paths at 60,000 links stay instant.
  graph.offsets = new Int32Array(nodes.length + 1);
  for (let i = 0; i < nodes.length; i++) graph.offsets[i + 1] = graph.offsets[i] + degree[i];
  graph.incident = new Int32Array(graph.offsets[nodes.length]);
  const next = graph.offsets.slice();
  for (const link of links) {
    graph.incident[next[link.from]++] = link.index;
    if (link.to !== link.from) graph.incident[next[link.to]++] = link.index;
  }
  // Importance decides whose label is written first where there is no room for all.
  for (const node of nodes) {
    node.degree = degree[node.index];
    node.importance = node.weight ?? node.degree + (graph.kinds[node.kind]?.name === "State" ? 3 : 0);
  }
  graph.byImportance = nodes.map(node => node.index)
    .sort((a, b) => nodes[b].importance - nodes[a].importance || a - b);
  graph.bounds = boundsOf(graph);
}

function boundsOf(graph) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x, y) => {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  };
  for (const node of graph.nodes) {
    take(node.x - node.width / 2, node.y - node.height / 2);
    take(node.x + node.width / 2, node.y + node.height / 2);
  }
  for (const group of graph.groups) {
    take(group.x, group.y);
    take(group.x + group.width, group.y + group.height);
  }
  for (const link of graph.links) {
    if (link.curve) for (let i = 0; i < link.curve.length; i += 2) take(link.curve[i], link.curve[i + 1]);
  }
  if (left > right) return { x: 0, y: 0, width: 100, height: 100 };
  return { x: left, y: top, width: Math.max(right - left, 20), height: Math.max(bottom - top, 20) };
}

/** Calls back with each link of a node and the node at its other end. */
function eachLink(graph, node, visit) {
  for (let i = graph.offsets[node]; i < graph.offsets[node + 1]; i++) {
    const link = graph.links[graph.incident[i]];
    visit(link, link.from === node ? link.to : link.from);
  }
}

const familyOf = link => graph.families[graph.relations[link.relation].family];
const linkLabel = link => link.label || graph.relations[link.relation].label;
const modalityName = claim => graph.modalities[claim.modality]?.name ?? "asserted";
