// The picture on a canvas, for large graphs and for PNG files. Painting sixty thousand links takes longer than a
// frame, so it is done in slices into a canvas larger than the map, while the last finished one is moved about.

/** Paints everything in steps: a generator that yields where it may be interrupted. */
function* paintChart(context, width, height, camera, ratio, colours) {
  const { scale } = camera;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.canvas;
  context.fillRect(0, 0, width, height);
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * (width / 2 - camera.x * scale), ratio * (height / 2 - camera.y * scale));
  const box = { left: camera.x - width / 2 / scale, right: camera.x + width / 2 / scale, top: camera.y - height / 2 / scale, bottom: camera.y + height / 2 / scale };
  paintGroups(context, scale, colours);
  const links = graph.links.filter(link => shown.link[link.index] && meets(link, box));
  const nodes = graph.nodes.filter(node => shown.node[node.index] && node.x + node.width / 2 > box.left &&
    node.x - node.width / 2 < box.right && node.y + node.height / 2 > box.top && node.y - node.height / 2 < box.bottom);
  yield;
  const isFar = links.length > 2500 || scale < 0.25;
  // With more links each is fainter: what many share stays dark, and nodes are not buried.
  const alpha = emphasis ? 0.03 : links.length > 1500 ? Math.max(0.045, Math.min(0.6, 1500 / links.length)) : 1;
  const rest = emphasis ? links.filter(link => !emphasis.link[link.index]) : links;
  const marked = emphasis ? links.filter(link => emphasis.link[link.index]) : [];
  if (isFar) yield* paintFarLinks(context, rest, scale, colours, alpha);
  else {
    // Where many links only pass by, those that end at a node in view come before them.
    const isCrowded = rest.length > 200, nearAlpha = emphasis ? 0.12 : Math.max(0.3, Math.min(1, 220 / rest.length)), endsHere = link => isIn(graph.nodes[link.from], box) || isIn(graph.nodes[link.to], box);
    if (isCrowded) yield* paintFarLinks(context, rest.filter(link => !endsHere(link)), scale, colours, emphasis ? 0.05 : 0.12);
    yield* paintNearLinks(context, isCrowded ? rest.filter(endsHere) : rest, scale, colours, nearAlpha, isCrowded ? 1.3 : 2.6);
  }
  // The marked ones are what the reader asked for: never thin, never faint.
  if (marked.length > 1500) yield* paintFarLinks(context, marked, scale, colours, 0.5);
  else yield* paintNearLinks(context, marked, scale, colours, 1);
  yield* paintNodes(context, emphasis ? nodes.filter(node => !emphasis.node[node.index]) : nodes, scale, colours, emphasis ? 0.14 : 1);
  if (emphasis) yield* paintNodes(context, nodes.filter(node => emphasis.node[node.index]), scale, colours, 1);
  context.globalAlpha = 1;
}

function meets(link, box) {
  const extent = link.extent ??= extentOf(link);
  return extent[0] < box.right && extent[2] > box.left && extent[1] < box.bottom && extent[3] > box.top;
}

const isIn = (node, box) => node.x > box.left && node.x < box.right && node.y > box.top && node.y < box.bottom;

function extentOf(link) {
  const points = curveOf(link), extent = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    extent[0] = Math.min(extent[0], points[i]);
    extent[1] = Math.min(extent[1], points[i + 1]);
    extent[2] = Math.max(extent[2], points[i]);
    extent[3] = Math.max(extent[3], points[i + 1]);
  }
  return extent;
}

function paintGroups(context, scale, colours) {
  context.lineWidth = Math.max(1, 0.6 / scale);
  for (const group of graph.groups) {
    context.fillStyle = colours.boxFill;
    context.strokeStyle = colours.boxBorder;
    context.beginPath();
    context.roundRect(group.x, group.y, group.width, group.height, 10);
    context.fill();
    context.stroke();
    if (scale < FAR_TITLES) continue;
    context.fillStyle = colours.boxTitle;
    context.font = `600 10px ${FONT}`;
    context.textAlign = "left";
    context.fillText(shorten(group.label, Math.max(3, Math.floor(group.width / 7.5))).toLocaleUpperCase("und"), group.x + 10, group.y + 15);
  }
}

/** Far away a link is a hair: straight, no head, many in one stroke. */
function* paintFarLinks(context, links, scale, colours, alpha) {
  const batches = new Map();
  for (const link of links) {
    const key = graph.relations[link.relation].family * 2 + (link.isCrossBorder ? 1 : 0);
    if (batches.has(key)) batches.get(key).push(link); else batches.set(key, [link]);
  }
  context.setLineDash([]);
  for (const [key, batch] of batches) {
    for (let start = 0; start < batch.length; start += 300) {
      context.globalAlpha = alpha;
      context.strokeStyle = colours.families[key >> 1].line;
      // Below one pixel lines are drawn as hairs, many times faster than as thin areas.
      context.lineWidth = (key & 1 ? 0.95 : 0.6) / scale;
      context.beginPath();
      for (let i = start; i < Math.min(start + 300, batch.length); i++) {
        const points = curveOf(batch[i]), n = points.length;
        context.moveTo(points[0], points[1]);
        context.lineTo(points[n - 2], points[n - 1]);
      }
      context.stroke();
      yield;
    }
  }
}

const arrowPaths = new Map();

/** Near by a link has its curve, dash and head; `widest` is in pixels, or zooming in would turn lines into bars. */
function* paintNearLinks(context, links, scale, colours, alpha, widest = 3.2) {
  let count = 0;
  for (const link of links) {
    const geometry = link.geometry ??= linkGeometry(link), family = graph.relations[link.relation].family;
    const path = link.path2d ??= new Path2D(geometry.d), { arrow, tip } = geometry;
    context.globalAlpha = alpha;
    context.strokeStyle = colours.families[family].line;
    context.lineWidth = Math.max(Math.min(lineWidth(link), widest / scale), 0.7 / scale);
    context.setLineDash(scale > 0.35 ? dashOf(link) ?? [] : []);
    context.stroke(path);
    if (arrow && scale > 0.3) {
      context.setLineDash([]);
      context.save();
      context.translate(tip.x, tip.y);
      context.rotate(tip.angle);
      const size = tip.scale * Math.min(1, (widest + 0.2) / 1.4 / scale);
      context.scale(size, size);
      context.lineWidth = 1;
      context.fillStyle = arrow.isHollow ? colours.canvas : colours.families[family].line;
      if (!arrowPaths.has(arrow)) arrowPaths.set(arrow, new Path2D(arrow.d));
      context.fill(arrowPaths.get(arrow));
      context.stroke(arrowPaths.get(arrow));
      context.restore();
    }
    if (++count % 120 === 0) yield;
  }
  context.setLineDash([]);
  if (scale < 0.62) return;
  context.textAlign = "center";
  for (const link of links) {
    // Without room kept by the layout, words are written only when few links are in view.
    if (!hasWord(link) && (links.length > 60 || scale < 1.2)) continue;
    const [x, y] = middleOf(link), lines = labelLines(link);
    context.globalAlpha = alpha;
    context.font = `9px ${FONT}`;
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = colours.canvas;
    context.fillStyle = colours.families[graph.relations[link.relation].family].text;
    lines.forEach((line, i) => {
      const lineY = y + 3 + (i - (lines.length - 1) / 2) * 10.5;
      context.direction = direction(line);
      context.strokeText(line, x, lineY);
      context.fillText(line, x, lineY);
    });
    if (++count % 60 === 0) yield;
  }
}

function* paintNodes(context, nodes, scale, colours, alpha) {
  const dots = new Map();
  let count = 0;
  for (const node of nodes) {
    if (Math.max(node.width, node.height) * scale < 9) {
      if (dots.has(node.kind)) dots.get(node.kind).push(node); else dots.set(node.kind, [node]);
      continue;
    }
    paintNode(context, node, scale, colours, alpha);
    if (++count % 60 === 0) yield;
  }
  for (const [kind, batch] of dots) {
    for (let start = 0; start < batch.length; start += 800) {
      context.globalAlpha = alpha;
      context.fillStyle = colours.kinds[kind].border;
      context.beginPath();
      for (let i = start; i < Math.min(start + 800, batch.length); i++) {
        const node = batch[i], side = Math.max(2.2 / scale, Math.min(node.width, node.height));
        // A dot of three pixels is round enough as a square, and many times faster.
        if (side * scale < 3.2) context.rect(node.x - side / 2, node.y - side / 2, side, side);
        else {
          context.moveTo(node.x + side / 2, node.y);
          context.arc(node.x, node.y, side / 2, 0, 2 * Math.PI);
        }
      }
      context.fill();
      yield;
    }
  }
}

function paintNode(context, node, scale, colours, alpha) {
  const kind = graph.kinds[node.kind], paint = colours.kinds[node.kind];
  context.save();
  context.globalAlpha = alpha;
  context.translate(node.x, node.y);
  context.fillStyle = paint.fill;
  context.strokeStyle = paint.border;
  context.lineWidth = Math.max(Math.min(kind.borderWidth ?? 1.2, 4 / scale), 0.6 / scale);
  context.setLineDash(kind.isDashed ? [4, 3] : []);
  context.lineJoin = "round";
  node.path2d ??= new Path2D(nodePath(node));
  context.fill(node.path2d);
  context.stroke(node.path2d);
  if (isTextReadable(node, scale)) {
    context.textAlign = "center";
    for (const line of node.text.lines) {
      context.fillStyle = line.isSmall ? colours.detail : colours.text;
      context.font = `${line.size}px ${FONT}`;
      context.direction = direction(line.text);
      context.fillText(line.text, 0, line.y);
    }
  }
  context.restore();
}
