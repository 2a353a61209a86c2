// The words inside nodes, and which names are written where the words inside are too small to read.

/** Lines of a node and the size they are written in: the layout was measured with another font than the reader's,
    so text is made smaller where it would run over the border. */
function nodeText(node) {
  if (node.text !== undefined) return node.text;
  if (node.width < 26 || node.height < 11) return node.text = null;
  const shape = graph.kinds[node.kind].shape;
  const inset = shape === "ellipse" ? 0.84 : shape === "hexagon" ? 0.82 : shape === "octagon" ? 0.86 : 0.93;
  const room = node.width * inset;
  const lines = node.lines?.length ? node.lines.map(line => ({ ...line, text: shorten(line.text, 60) }))
    : wrap(node.name, room, 11).map(text => ({ text }));
  let widest = 1, tall = 0;
  for (const line of lines) {
    widest = Math.max(widest, textWidth(line.text, line.isSmall ? 9 : 11));
    tall += line.isSmall ? 11 : 13.4;
  }
  const fit = Math.min(1, room / widest, node.height * 0.96 / tall);
  const drop = shape === "house" ? node.height * 0.12 : shape === "cylinder" ? 2.5 : 0;
  let y = -tall * fit / 2 + drop;
  for (const line of lines) {
    const high = (line.isSmall ? 11 : 13.4) * fit;
    line.size = round((line.isSmall ? 9 : 11) * fit);
    line.y = round(y + high * 0.76);
    y += high;
  }
  return node.text = { lines, size: round(11 * fit) };
}

/** True where the words inside the node can be read at this scale. */
const isTextReadable = (node, scale) => { const text = nodeText(node); return text !== null && text.size * scale >= 5.28; };

/** What a node is called on the map: as the layout has shortened it, if it has. */
function mapName(node) {
  const words = (node.lines ?? []).filter(line => !line.isSmall).map(line => line.text).join(" ");
  return shorten(words || node.name, 28);
}

/** A label for each patch of the map of this many square pixels, at most. */
const LABEL_PATCH = 19000, MOST_LABELS = 60;
/** Below this scale titles stand above their boxes in a size that can be read, not inside. */
const FAR_TITLES = 0.85;

/** Names to write over the map, the most important first, none over another: chosen anew for each view. */
function placeLabels(width, height, camera = view.camera) {
  const placed = [], boxes = new Map(), { scale } = camera;
  const place = (text, x, y, size, kind, weight, isSure) => {
    const w = textWidth(text, size, weight) + 8, h = size + 5;
    const box = [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
    if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) return false;
    const cells = [];
    for (let cx = Math.floor(box[0] / 80); cx <= box[2] / 80; cx++) {
      for (let cy = Math.floor(box[1] / 30); cy <= box[3] / 30; cy++) cells.push(cx * 1000 + cy);
    }
    for (const cell of cells) {
      for (const other of boxes.get(cell) ?? []) {
        if (!isSure && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
      }
    }
    for (const cell of cells) { if (boxes.has(cell)) boxes.get(cell).push(box); else boxes.set(cell, [box]); }
    placed.push({ text, x, y, size, kind, weight });
    return true;
  };
  const most = Math.max(8, Math.min(MOST_LABELS, width * height / LABEL_PATCH));
  const at = (x, y) => [(x - camera.x) * scale + width / 2, (y - camera.y) * scale + height / 2];
  const name = (i, isSure) => {
    const node = graph.nodes[i];
    const [x, y] = at(node.x, node.y);
    if (x < 0 || y < 0 || x > width || y > height || isTextReadable(node, scale)) return;
    // Below the node, whose shape and colour say what it is.
    place(mapName(node), x, y + Math.max(node.height * scale / 2, 3) + 9, 11.5, node.kind, 500, isSure);
  };
  if (scale < FAR_TITLES) {
    for (const group of graph.groups) {
      if (group.level > 0 || group.width * scale < 40) continue;
      const [x, y] = at(group.x + group.width / 2, group.y);
      place(shorten(group.label, 28).toLocaleUpperCase("und"), x, y - 7, 10.5, -1, 600);
    }
  }
  if (view.node !== null && shown.node[view.node]) name(view.node, true);
  for (const i of graph.byImportance) {
    if (placed.length >= most) break;
    if (shown.node[i] && (!emphasis || emphasis.node[i])) name(i, false);
  }
  return placed;
}
