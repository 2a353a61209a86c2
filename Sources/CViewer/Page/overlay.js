// What lies over either picture: names where the map is too small for them, and rings around the node or link
// under the pointer, under the keyboard's focus, and chosen. Few elements, so moving them costs little.

const overlay = { hover: null, focus: null };

function drawOverlay() {
  const { x, y, scale } = view.camera;
  const marks = byId("marks");
  marks.setAttribute("transform", `translate(${round(map.width / 2 - x * scale)} ${round(map.height / 2 - y * scale)}) scale(${Number(scale.toPrecision(6))})`);
  const made = [];
  const ring = (index, style) => {
    const node = graph.nodes[index], gap = 6 / scale;
    const shape = graph.kinds[node.kind].shape;
    made.push(svgElement("path", { class: "ring " + style, d: shapePath(shape === "note" || shape === "tab" ? "box" : shape, node.width + gap, node.height + gap, graph.kinds[node.kind].isRounded),
      transform: `translate(${round(node.x)} ${round(node.y)})` }));
  };
  const trace = (index, style) => made.push(svgElement("path", { class: "trace " + style, d: linkGeometry(graph.links[index]).d,
    stroke: screenPaint.family(graph.relations[graph.links[index].relation].family, "line") }));
  if (path?.links) for (const link of path.links) trace(link, "path");
  if (view.path) for (const end of [view.path.from, view.path.to]) if (end !== null && shown.node[end]) ring(end, "chosen");
  if (view.link !== null && shown.link[view.link]) trace(view.link, "chosen");
  if (view.node !== null && shown.node[view.node]) ring(view.node, "chosen");
  if (overlay.hover?.node !== undefined && shown.node[overlay.hover.node]) ring(overlay.hover.node, "hover");
  if (overlay.hover?.link !== undefined && shown.link[overlay.hover.link]) trace(overlay.hover.link, "hover");
  if (overlay.focus !== null && shown.node[overlay.focus]) ring(overlay.focus, "focus");
  marks.replaceChildren(...made);
  byId("names").replaceChildren(...placeLabels(map.width, map.height).map(label =>
    svgElement("text", { x: round(label.x), y: round(label.y + label.size * 0.36), "font-size": label.size, "font-weight": label.weight,
      class: label.kind < 0 ? "title" : "name" }, label.text)));
}
