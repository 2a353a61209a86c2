// Finds what lies under the pointer: a grid of cells, each with the nodes whose box meets it, and another for
// links, made when the first one is looked for.

class Grid {
  constructor(count, bounds, cells, eachCell) {
    const side = Math.max(4, Math.min(192, Math.ceil(Math.sqrt(cells))));
    this.side = side;
    this.bounds = bounds;
    const starts = this.starts = new Int32Array(side * side + 1);
    for (let i = 0; i < count; i++) eachCell(this, i, cell => starts[cell + 1]++);
    for (let i = 0; i < side * side; i++) starts[i + 1] += starts[i];
    const next = starts.slice(), items = this.items = new Int32Array(starts[side * side]);
    for (let i = 0; i < count; i++) eachCell(this, i, cell => { items[next[cell]++] = i; });
  }
  column(x) { return Math.min(Math.max(Math.floor((x - this.bounds.x) / this.bounds.width * this.side), 0), this.side - 1); }
  row(y) { return Math.min(Math.max(Math.floor((y - this.bounds.y) / this.bounds.height * this.side), 0), this.side - 1); }
  eachIn(left, top, right, bottom, visit) {
    const last = this.column(right), bottomRow = this.row(bottom);
    for (let row = this.row(top); row <= bottomRow; row++) {
      for (let column = this.column(left); column <= last; column++) {
        const cell = row * this.side + column;
        for (let i = this.starts[cell]; i < this.starts[cell + 1]; i++) visit(this.items[i]);
      }
    }
  }
}

let nodeGrid = null, linkGrid = null;

function makeNodeGrid() {
  nodeGrid = new Grid(graph.nodes.length, graph.bounds, graph.nodes.length, (grid, i, visit) => {
    const { x, y, width, height } = graph.nodes[i];
    const right = grid.column(x + width / 2), bottom = grid.row(y + height / 2);
    for (let row = grid.row(y - height / 2); row <= bottom; row++) {
      for (let column = grid.column(x - width / 2); column <= right; column++) visit(row * grid.side + column);
    }
  });
}

const SAMPLES = 8;

function makeLinkGrid() {
  linkGrid = new Grid(graph.links.length, graph.bounds, Math.min(graph.links.length, 16000), (grid, i, visit) => {
    let before = -1;
    const points = curveOf(graph.links[i]);
    // Steps of half a cell, so that no cell on the way is missed by much; the search looks one cell around.
    for (let at = 0; at + 7 < points.length; at += 6) {
      const length = Math.hypot(points[at + 6] - points[at], points[at + 7] - points[at + 1]);
      const steps = Math.max(3, Math.ceil(length / Math.min(grid.bounds.width, grid.bounds.height) * grid.side * 1.5));
      for (let s = 0; s <= steps; s++) {
        const [x, y] = bezier(points, at, s / steps), cell = grid.row(y) * grid.side + grid.column(x);
        if (cell !== before) { visit(cell); before = cell; }
      }
    }
  });
}

/** The node, or else the link, at a point of the map; fingers get a wider reach than a mouse. */
function findAt(screenX, screenY, reach = 5) {
  const [x, y] = toWorld(screenX, screenY), slack = reach / view.camera.scale;
  let best = null, bestDistance = Infinity;
  nodeGrid.eachIn(x - slack - 1, y - slack - 1, x + slack + 1, y + slack + 1, i => {
    if (!shown.node[i]) return;
    const node = graph.nodes[i];
    const dx = Math.max(Math.abs(x - node.x) - node.width / 2, 0), dy = Math.max(Math.abs(y - node.y) - node.height / 2, 0);
    const distance = Math.hypot(dx, dy) + Math.hypot(x - node.x, y - node.y) * 1e-3 + (emphasis && !emphasis.node[i] ? slack / 2 : 0);
    if (Math.hypot(dx, dy) <= slack && distance < bestDistance) { best = i; bestDistance = distance; }
  });
  if (best !== null) return { node: best };
  if (!linkGrid) makeLinkGrid();
  const cell = Math.max(graph.bounds.width, graph.bounds.height) / linkGrid.side, near = Math.max(slack, cell * 0.75);
  const tried = new Set();
  linkGrid.eachIn(x - near, y - near, x + near, y + near, i => {
    if (!shown.link[i] || tried.has(i)) return;
    tried.add(i);
    const distance = distanceToLink(graph.links[i], x, y) + (emphasis && !emphasis.link[i] ? slack * 0.6 : 0);
    if (distance <= slack && distance < bestDistance) { best = i; bestDistance = distance; }
  });
  return best === null ? null : { link: best };
}

function distanceToLink(link, x, y) {
  const points = curveOf(link);
  let best = Infinity, [ax, ay] = points;
  for (let at = 0; at + 7 < points.length; at += 6) {
    for (let s = 1; s <= SAMPLES; s++) {
      const [bx, by] = bezier(points, at, s / SAMPLES), dx = bx - ax, dy = by - ay;
      const t = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0), 1);
      best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy));
      ax = bx;
      ay = by;
    }
  }
  return best;
}
