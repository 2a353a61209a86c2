// What the reader has chosen to see. One object, one text form: the text is both the address's hash (deep link)
// and a step of the history (undo), so what can be undone can also be sent to somebody else.

const LISTS = ["kinds", "relations", "claimants", "modalities"];

function freshView() {
  return {
    hidden: { kinds: new Set(), relations: new Set(), claimants: new Set(), modalities: new Set() },
    confidence: 0, keepsUnrated: true, time: null, keepsUndated: true,
    node: null, link: null, hops: 1, path: null, camera: null,
  };
}

const listNames = list => list === "claimants" ? graph.claimants.map(claimant => claimant.id ?? claimant.name)
  : graph[list].map(item => item.name);

// Names may hold any character; a comma separates them, so it is escaped beyond what the address needs.
const pack = text => encodeURIComponent(text).replace(/[!'()*.~]/g, c => "%" + c.charCodeAt(0).toString(16));
const unpack = text => { try { return decodeURIComponent(text); } catch { return null; } };

/** Short addresses: hidden names after `!`, or, if most are hidden, those that are left. */
function encodeView(view, withCamera = true) {
  const parts = [];
  for (const list of LISTS) {
    const hidden = view.hidden[list];
    if (!hidden.size) continue;
    const names = listNames(list), isMost = hidden.size > names.length / 2;
    parts.push(`${list}=${isMost ? "" : "!"}` +
      names.filter((_, i) => hidden.has(i) !== isMost).map(pack).join(","));
  }
  if (view.confidence) parts.push(`confidence=${view.confidence}`);
  if (!view.keepsUnrated) parts.push("unrated=no");
  if (view.time) parts.push(`time=${view.time.map(dateOfDay).join("/")}`);
  if (!view.keepsUndated) parts.push("undated=no");
  if (view.node !== null) parts.push(`node=${pack(graph.nodes[view.node].id)}`);
  if (view.link !== null) parts.push(`link=${pack(graph.links[view.link].id)}`);
  if (view.node !== null && view.hops !== 1) parts.push(`hops=${view.hops}`);
  if (view.path) {
    const end = node => node === null ? "" : pack(graph.nodes[node].id);
    parts.push(`path=${end(view.path.from)}..${end(view.path.to)}` +
      (view.path.isDirected ? "&along=yes" : "") + (view.path.isWide ? "&wide=yes" : ""));
  }
  if (withCamera && view.camera) {
    const { x, y, scale } = view.camera;
    parts.push(`view=${round(x)},${round(y)},${Number(scale.toPrecision(5))}`);
  }
  return parts.join("&");
}

/** Reads an address. What this graph doesn't know is left out and named in `problems`, never guessed. */
function decodeView(text) {
  const view = freshView(), problems = [];
  const values = new Map(text.replace(/^#/, "").split("&").filter(Boolean).map(part => {
    const at = part.indexOf("=");
    return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
  }));
  for (const list of LISTS) {
    if (!values.has(list)) continue;
    const value = values.get(list), isHidden = value.startsWith("!"), index = new Map(listNames(list).map((name, i) => [name, i]));
    const named = new Set();
    for (const part of value.replace(/^!/, "").split(",").filter(Boolean)) {
      const name = unpack(part);
      if (index.has(name)) named.add(index.get(name)); else problems.push(name ?? part);
    }
    for (const i of index.values()) if (named.has(i) === isHidden) view.hidden[list].add(i);
  }
  const confidence = Number(values.get("confidence") ?? 0);
  if (confidence > 0 && confidence <= 100) view.confidence = Math.round(confidence);
  view.keepsUnrated = values.get("unrated") !== "no";
  view.keepsUndated = values.get("undated") !== "no";
  const days = (values.get("time") ?? "").split("/").map(dayOfDate);
  if (days.length === 2 && days.every(Number.isFinite) && days[0] <= days[1]) view.time = days;
  const nodeNamed = part => {
    const id = unpack(part);
    if (!part) return null;
    if (graph.nodeById.has(id)) return graph.nodeById.get(id).index;
    problems.push(id ?? part);
    return null;
  };
  view.node = nodeNamed(values.get("node") ?? "");
  if (values.has("link")) {
    const link = graph.linkById.get(unpack(values.get("link")));
    if (link) view.link = link.index; else problems.push(values.get("link"));
  }
  const hops = Number(values.get("hops"));
  if (hops >= 1 && hops <= 3) view.hops = Math.round(hops);
  if (values.has("path")) {
    const [from, to = ""] = values.get("path").split("..");
    view.path = { from: nodeNamed(from), to: nodeNamed(to), isDirected: values.get("along") === "yes", isWide: values.get("wide") === "yes" };
    if (view.path.from === null && view.path.to === null) view.path = null;
  }
  const camera = (values.get("view") ?? "").split(",").map(Number);
  if (camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0) {
    view.camera = { x: camera[0], y: camera[1], scale: camera[2] };
  }
  return { view, problems };
}
