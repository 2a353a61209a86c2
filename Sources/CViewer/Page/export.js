// Export of what is visible, as SVG and PNG, with a line under the picture that says what is shown and that it is
// claims: a picture travels without its page.

const CAPTION = 46;

function captionLines() {
  const filters = activeFilters(view).map(filter => filter.text);
  return [`${shorten(graph.title, 110)}`, shorten(`${statusText()} Claims, not findings.${filters.length ? " " + filters.join("; ") + "." : ""}`, 190)];
}

/** An SVG document of its own: fixed colours, no style sheet, no script, no links. */
function exportedSvg() {
  const width = Math.round(map.width), height = Math.round(map.height), { x, y, scale } = view.camera, paint = filePaint(theme.name === "forced" ? makeTheme("light") : theme);
  const root = svgElement("svg", { viewBox: `0 0 ${width} ${height + CAPTION}`, width, height: height + CAPTION, role: "img", "font-family": FONT.replace(/"/g, "'"), "aria-labelledby": "t d" },
    svgElement("title", { id: "t" }, graph.title || "Link chart"), svgElement("desc", { id: "d" }, captionLines().join(" ")),
    svgElement("clipPath", { id: "frame" }, svgElement("rect", { width, height })),
    svgElement("rect", { width, height: height + CAPTION, fill: paint.plain("canvas") }));
  const world = svgElement("g", { transform: `translate(${round(width / 2 - x * scale)} ${round(height / 2 - y * scale)}) scale(${scale})` });
  const box = { left: x - width / 2 / scale, right: x + width / 2 / scale, top: y - height / 2 / scale, bottom: y + height / 2 / scale };
  const fade = (made, marks, i) => { if (emphasis && !marks[i]) made.setAttribute("opacity", 0.14); return made; };
  const described = (made, text) => { made.prepend(svgElement("title", {}, text)); return made; };
  for (const group of graph.groups) world.append(svgGroup(group, paint));
  const links = graph.links.filter(link => shown.link[link.index] && meets(link, box));
  for (const link of links) {
    const claims = link.claims.map(claim => `${claimantName(claim.claimant)} ${VERBS[modalityName(claim)] ?? "claims"}${claim.statement ? ": " + shorten(claim.statement, 200) : ""}`);
    world.append(fade(described(svgLink(link, paint), [`${shorten(graph.nodes[link.from].name, 100)} ${graph.relations[link.relation].label} ${shorten(graph.nodes[link.to].name, 100)}`, ...claims].join("\n")), emphasis?.link, link.index));
  }
  if (scale >= 0.62) for (const link of links) if (hasWord(link)) world.append(fade(svgLinkLabel(link, paint), emphasis?.link, link.index));
  for (const node of graph.nodes) {
    if (!shown.node[node.index] || node.x + node.width / 2 < box.left || node.x - node.width / 2 > box.right || node.y + node.height / 2 < box.top || node.y - node.height / 2 > box.bottom) continue;
    world.append(fade(described(svgNode(node, paint), `${shorten(node.name, 300)} (${graph.kinds[node.kind].label})`), emphasis?.node, node.index));
  }
  const names = svgElement("g", { "text-anchor": "middle", fill: paint.plain("text"), stroke: paint.plain("canvas"), "stroke-width": 3, "paint-order": "stroke" },
    ...placeLabels(width, height).map(label => svgElement("text", { x: round(label.x), y: round(label.y + 4), "font-size": label.size, "font-weight": label.weight }, label.text)));
  const caption = captionLines().map((text, i) => svgElement("text", { x: 16, y: height + 18 + i * 16, "font-size": i ? 10.5 : 12, "font-weight": i ? 400 : 600, fill: paint.plain(i ? "detail" : "text") }, text));
  root.append(svgElement("g", { "clip-path": "url(#frame)" }, world, names), svgElement("path", { d: `M0 ${height + 0.5}H${width}`, stroke: paint.plain("boxBorder"), "stroke-width": 1 }), ...caption);
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(root);
}

/** The same view painted at twice the size of the screen. */
function exportedCanvas() {
  const width = Math.round(map.width), height = Math.round(map.height), ratio = Math.min(2, Math.sqrt(60e6 / (width * (height + CAPTION))));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((height + CAPTION) * ratio);
  const context = canvas.getContext("2d"), colours = theme.name === "forced" ? makeTheme("light") : theme;
  for (const _ of paintChart(context, width, height, view.camera, ratio, colours));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.setLineDash([]);
  context.lineJoin = "round";
  context.textAlign = "center";
  for (const label of placeLabels(width, height)) {
    context.font = `${label.weight} ${label.size}px ${FONT}`;
    context.direction = direction(label.text);
    context.strokeStyle = colours.canvas;
    context.lineWidth = 3;
    context.strokeText(label.text, label.x, label.y + 4);
    context.fillStyle = colours.text;
    context.fillText(label.text, label.x, label.y + 4);
  }
  context.fillStyle = colours.canvas;
  context.fillRect(0, height, width, CAPTION);
  context.fillStyle = colours.boxBorder;
  context.fillRect(0, height, width, 1);
  captionLines().forEach((text, i) => {
    context.direction = direction(text);
    context.textAlign = context.direction === "rtl" ? "right" : "left";
    context.font = `${i ? 400 : 600} ${i ? 10.5 : 12}px ${FONT}`;
    context.fillStyle = i ? colours.detail : colours.text;
    context.fillText(text, context.direction === "rtl" ? width - 16 : 16, height + 18 + i * 16);
  });
  return canvas;
}

function fileName(extension) {
  const name = graph.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${Array.from(name).slice(0, 60).join("") || "linkchart"}.${extension}`;
}

function save(blob, extension) {
  const url = URL.createObjectURL(blob), anchor = element("a", { href: url, download: fileName(extension) });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  announce(`Saved as ${fileName(extension)}.`);
}

function startExport() {
  byId("export-svg").addEventListener("click", () => save(new Blob([exportedSvg()], { type: "image/svg+xml" }), "svg"));
  byId("export-png").addEventListener("click", () => exportedCanvas().toBlob(blob => blob ? save(blob, "png") : notice("This browser could not make the PNG file."), "image/png"));
  byId("print").addEventListener("click", () => print());
  byId("copy").addEventListener("click", async () => {
    const field = byId("address");
    field.select();
    try { await navigator.clipboard.writeText(field.value); announce("Address copied."); }
    catch { announce(document.execCommand("copy") ? "Address copied." : "Press Ctrl+C to copy the address."); }
  });
}
