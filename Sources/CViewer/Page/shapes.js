// Shapes of nodes, arrowheads and curves as SVG path text: the canvas reads the same text through Path2D, so
// both pictures are one picture.

const round = value => Math.round(value * 100) / 100;

/** Outline of a node of this size around the origin. Shape repeats what colour says (kind), for eyes that see
    colours differently and for paper. */
function shapePath(shape, width, height, isRounded = false) {
  const w = round(width / 2), h = round(height / 2);
  switch (shape) {
    case "ellipse": return `M${-w} 0A${w} ${h} 0 1 1 ${w} 0A${w} ${h} 0 1 1 ${-w} 0Z`;
    case "hexagon": {
      const cut = round(Math.min(w * 0.5, h * 0.9));
      return `M${-w} 0L${-w + cut} ${-h}H${w - cut}L${w} 0L${w - cut} ${h}H${-w + cut}Z`;
    }
    case "octagon": {
      const x = round(w * 0.58), y = round(h * 0.42);
      return `M${-x} ${-h}H${x}L${w} ${-y}V${y}L${x} ${h}H${-x}L${-w} ${y}V${-y}Z`;
    }
    case "house": {
      const eaves = round(-h + h * 0.55);
      return `M0 ${-h}L${w} ${eaves}V${h}H${-w}V${eaves}Z`;
    }
    case "cylinder": {
      const lid = round(Math.min(h * 0.22, 6)), top = round(-h + lid), bottom = round(h - lid);
      return `M${-w} ${top}A${w} ${lid} 0 0 1 ${w} ${top}V${bottom}A${w} ${lid} 0 0 1 ${-w} ${bottom}Z` +
        `M${-w} ${top}A${w} ${lid} 0 0 0 ${w} ${top}`;
    }
    case "note": {
      const fold = Math.min(7, w, h);
      return `M${-w} ${-h}H${w - fold}L${w} ${-h + fold}V${h}H${-w}ZM${w - fold} ${-h}V${-h + fold}H${w}`;
    }
    case "tab": {
      const tab = round(Math.min(w * 0.5, 18));
      return `M${-w} ${-h}H${w}V${h}H${-w}ZM${-w} ${-h}V${-h - 4}H${-w + tab}V${-h}`;
    }
    default: {
      if (!isRounded) return `M${-w} ${-h}H${w}V${h}H${-w}Z`;
      const r = round(Math.min(7, w, h));
      return `M${-w + r} ${-h}H${w - r}A${r} ${r} 0 0 1 ${w} ${-h + r}V${h - r}A${r} ${r} 0 0 1 ${w - r} ${h}` +
        `H${-w + r}A${r} ${r} 0 0 1 ${-w} ${h - r}V${-h + r}A${r} ${r} 0 0 1 ${-w + r} ${-h}Z`;
    }
  }
}

function nodePath(node) {
  const kind = graph.kinds[node.kind];
  const inner = shapePath(kind.shape, node.width, node.height, kind.isRounded);
  return kind.outlines > 1 ? inner + shapePath(kind.shape, node.width - 7, node.height - 7, kind.isRounded) : inner;
}

/** Arrowhead with its tip at the origin, pointing along +x. The head tells the family as colour and dash do. */
const ARROWS = {
  normal: { length: 8, d: "M0 0L-8 -3.4L-8 3.4Z" },
  onormal: { length: 8, d: "M0 0L-8 -3.4L-8 3.4Z", isHollow: true },
  vee: { length: 5, d: "M0 0L-7.5 -3.6L-4.6 0L-7.5 3.6Z" },
  box: { length: 6, d: "M0 -3L-6 -3L-6 3L0 3Z" },
  obox: { length: 6, d: "M0 -3L-6 -3L-6 3L0 3Z", isHollow: true },
  diamond: { length: 9, d: "M0 0L-4.5 -3.2L-9 0L-4.5 3.2Z" },
  odiamond: { length: 9, d: "M0 0L-4.5 -3.2L-9 0L-4.5 3.2Z", isHollow: true },
  dot: { length: 6, d: "M0 0A3 3 0 1 1 -6 0A3 3 0 1 1 0 0Z" },
  odot: { length: 6, d: "M0 0A3 3 0 1 1 -6 0A3 3 0 1 1 0 0Z", isHollow: true },
};

/** The head of a link: hollow when what it says is not established. */
function arrowOf(link) {
  if (!link.isDirected) return null;
  let name = familyOf(link).arrow;
  if (!link.isEstablished) name = ARROWS["o" + name] ? "o" + name : name === "vee" ? "onormal" : name;
  return ARROWS[name] ?? null;
}

const lineWidth = link => (link.isCrossBorder ? 1.6 : 1) * (familyOf(link).width ?? 1.1);

/** Not established is always dashed; a family that is dashed anyway then gets shorter dashes. */
function dashOf(link) {
  const dash = familyOf(link).dash;
  if (dash === "dotted") return [1.2, 3.2];
  if (!link.isEstablished) return dash === "dashed" ? [2.5, 3] : [4.5, 3.5];
  return dash === "dashed" ? [6, 4] : null;
}

/** The link as cubic Bézier points, from `from` to `to` as drawn. Layouts of large graphs give no curve: then a
    straight line between the borders, bent if several links join the same two nodes. */
function curveOf(link) {
  if (link.points) return link.points;
  let points;
  if (link.curve && link.curve.length >= 8) points = link.curve.slice();
  else {
    const a = graph.nodes[link.isReversed ? link.to : link.from], b = graph.nodes[link.isReversed ? link.from : link.to];
    if (a === b) {
      const x = a.x, y = a.y - a.height / 2, s = Math.max(a.width, 14);
      points = [x - 3, y, x - s, y - s, x + s, y - s, x + 3, y];
    } else {
      const bend = link.bend ?? 0;
      const dx = b.x - a.x, dy = b.y - a.y, mx = -dy * bend, my = dx * bend;
      const [x1, y1] = borderPoint(a, dx / 3 + mx, dy / 3 + my), [x2, y2] = borderPoint(b, mx - dx / 3, my - dy / 3);
      points = [x1, y1, x1 + (x2 - x1) / 3 + mx, y1 + (y2 - y1) / 3 + my,
        x1 + (x2 - x1) * 2 / 3 + mx, y1 + (y2 - y1) * 2 / 3 + my, x2, y2];
    }
  }
  link.points = points;
  return points;
}

function borderPoint(node, dx, dy) {
  const scale = Math.min(node.width / 2 / Math.max(Math.abs(dx), 1e-6), node.height / 2 / Math.max(Math.abs(dy), 1e-6), 1);
  return [node.x + dx * scale, node.y + dy * scale];
}

/** Gives parallel links their bend, so that none hides another. */
function spreadParallelLinks(graph) {
  const pairs = new Map();
  for (const link of graph.links) {
    if (link.curve) continue;
    const key = Math.min(link.from, link.to) * graph.nodes.length + Math.max(link.from, link.to);
    const links = pairs.get(key);
    if (links) links.push(link); else pairs.set(key, [link]);
  }
  for (const links of pairs.values()) {
    if (links.length < 2) continue;
    links.forEach((link, i) => {
      const side = (i - (links.length - 1) / 2) * 0.14;
      link.bend = (link.from < link.to) === !link.isReversed ? side : -side;
    });
  }
}

/** Path text of the line and the place of its head: the line stops short of the tip, or thick lines would blunt it. */
function linkGeometry(link) {
  const points = curveOf(link).slice(), n = points.length;
  const arrow = arrowOf(link);
  let angle = Math.atan2(points[n - 1] - points[n - 3], points[n - 2] - points[n - 4]);
  if (points[n - 1] === points[n - 3] && points[n - 2] === points[n - 4]) {
    angle = Math.atan2(points[n - 1] - points[1], points[n - 2] - points[0]);
  }
  const tip = { x: points[n - 2], y: points[n - 1], angle, scale: link.isCrossBorder ? 1.25 : 1 };
  if (arrow) {
    points[n - 2] -= Math.cos(angle) * arrow.length * tip.scale * 0.9;
    points[n - 1] -= Math.sin(angle) * arrow.length * tip.scale * 0.9;
  }
  let d = `M${round(points[0])} ${round(points[1])}C`;
  for (let i = 2; i < n; i += 2) d += `${i > 2 ? " " : ""}${round(points[i])} ${round(points[i + 1])}`;
  return { d, arrow, tip };
}

/** A point of the curve, for labels and for bringing a link into view. */
function middleOf(link) {
  if (link.labelBox) return [link.labelBox[0] + link.labelBox[2] / 2, link.labelBox[1] + link.labelBox[3] / 2];
  const points = curveOf(link), pieces = (points.length - 2) / 6;
  return bezier(points, Math.floor((pieces - 1) / 2) * 6, pieces % 2 ? 0.5 : 1);
}

function bezier(p, at, t) {
  const s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
  return [a * p[at] + b * p[at + 2] + c * p[at + 4] + d * p[at + 6],
    a * p[at + 1] + b * p[at + 3] + c * p[at + 5] + d * p[at + 7]];
}
