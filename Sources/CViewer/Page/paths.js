// Shortest path between two nodes over the links that are shown, by breadth-first search. As everywhere in
// LinkChart, links that are not established and conclusions of an author explain nothing unless asked for.

function shortestPath({ from, to, isDirected, isWide }) {
  const previous = new Int32Array(graph.nodes.length).fill(-1), by = new Int32Array(graph.nodes.length).fill(-1);
  const distance = new Int32Array(graph.nodes.length).fill(-1), ways = new Float64Array(graph.nodes.length);
  if (!shown.node[from] || !shown.node[to]) return { links: null, reason: "One of the two nodes is hidden by a filter." };
  distance[from] = 0;
  ways[from] = 1;
  let frontier = [from];
  while (frontier.length && distance[to] < 0) {
    const next = [];
    for (const node of frontier) {
      const seen = new Set();
      eachLink(graph, node, (link, other) => {
        if (!shown.link[link.index] || other === node) return;
        if (isDirected && link.isDirected && link.from !== node) return;
        if (!isWide && (!link.isEstablished || graph.relations[link.relation].isSummary)) return;
        if (distance[other] < 0) {
          distance[other] = distance[node] + 1;
          previous[other] = node;
          by[other] = link.index;
          next.push(other);
        }
        // Several links between the same two nodes are one way to go, not several.
        if (distance[other] === distance[node] + 1 && !seen.has(other)) { seen.add(other); ways[other] += ways[node]; }
      });
    }
    frontier = next;
  }
  if (distance[to] < 0) {
    return { links: null, reason: isWide ? "No path over the links shown."
      : "No path over the links shown that are established." };
  }
  const nodes = [to], links = [];
  for (let at = to; at !== from; at = previous[at]) { links.unshift(by[at]); nodes.unshift(previous[at]); }
  return { nodes, links, ways: ways[to] };
}

function setPathEnd(end, node) {
  change(v => {
    v.path = { from: null, to: null, isDirected: false, isWide: false, ...v.path, [end]: node };
    if (v.path.from === null && v.path.to === null) v.path = null;
    else if (v.path.from !== null && v.path.to !== null) { v.node = null; v.link = null; }
  });
  if (path?.links) {
    showNodes(path.nodes);
    announce(`Path of ${plural(path.links.length, "link")}: ${path.nodes.map(i => graph.nodes[i].name).join(", ")}.`);
  } else if (path) announce(path.reason);
}
