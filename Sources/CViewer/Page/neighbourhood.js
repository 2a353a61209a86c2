// What stands out: the neighbourhood of the chosen node, the chosen link, or the path between two nodes. The rest
// is faded, not removed, so that the reader keeps the whole in view.

function computeEmphasis() {
  const marks = { node: new Uint8Array(graph.nodes.length), link: new Uint8Array(graph.links.length), nodeCount: 0, linkCount: 0 };
  if (view.path && view.path.from !== null && view.path.to !== null) {
    path = shortestPath(view.path);
    if (path.links) {
      for (const node of path.nodes) marks.node[node] = 1;
      for (const link of path.links) marks.link[link] = 1;
    } else { marks.node[view.path.from] = 1; marks.node[view.path.to] = 1; }
  } else {
    path = null;
    if (view.node !== null) markNeighbourhood(marks, view.node, view.hops);
    else if (view.link !== null) {
      const link = graph.links[view.link];
      marks.link[link.index] = marks.node[link.from] = marks.node[link.to] = 1;
    } else return null;
  }
  for (let i = 0; i < marks.node.length; i++) marks.nodeCount += marks.node[i] &&= shown.node[i];
  for (let i = 0; i < marks.link.length; i++) marks.linkCount += marks.link[i] &&= shown.link[i];
  return marks;
}

function markNeighbourhood(marks, start, hops) {
  marks.node[start] = 1;
  let frontier = [start];
  for (let hop = 0; hop < hops; hop++) {
    const next = [];
    for (const node of frontier) {
      eachLink(graph, node, (link, other) => {
        if (!shown.link[link.index]) return;
        marks.link[link.index] = 1;
        if (!marks.node[other]) { marks.node[other] = 1; next.push(other); }
      });
    }
    frontier = next;
  }
}
