// The picture as SVG elements: on the screen for small graphs, and for the file that is exported. Both are made
// by the same functions; `paint` says whether colours are CSS variables (screen) or fixed (file).

const SVG = "http://www.w3.org/2000/svg";

function svgElement(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) if (attributes[key] !== null && attributes[key] !== undefined) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

const screenPaint = {
  plain: name => `var(--map-${name})`,
  kind: (i, part) => `var(--kind-${i}-${part})`,
  family: (i, part) => `var(--family-${i}-${part})`,
};

function filePaint(colours) {
  return {
    plain: name => colours[name],
    kind: (i, part) => colours.kinds[i][part],
    family: (i, part) => colours.families[i][part],
  };
}

function svgGroup(group, paint) {
  const isRegion = group.level === 0 && group.kind === "Region";
  return svgElement("g", { class: "group" },
    svgElement("rect", { x: round(group.x), y: round(group.y), width: round(group.width), height: round(group.height), rx: 10,
      fill: paint.plain(isRegion ? "regionFill" : "boxFill"), stroke: paint.plain("boxBorder"), "stroke-width": 1 }),
    svgElement("text", { x: round(group.x + 10), y: round(group.y + 15), "font-size": 10, "font-weight": 600, "letter-spacing": 0.7,
      fill: paint.plain("boxTitle") }, shorten(group.label, Math.max(3, Math.floor(group.width / 7.5))).toLocaleUpperCase("und")));
}

function svgNode(node, paint) {
  const kind = graph.kinds[node.kind];
  const made = svgElement("g", { class: "node", transform: `translate(${round(node.x)} ${round(node.y)})` },
    svgElement("path", { d: nodePath(node), fill: paint.kind(node.kind, "fill"), stroke: paint.kind(node.kind, "border"),
      "stroke-width": kind.borderWidth ?? 1.2, "stroke-dasharray": kind.isDashed ? "4 3" : null, "stroke-linejoin": "round" }));
  const text = nodeText(node);
  if (text) made.append(svgNodeText(text, paint));
  return made;
}

function svgNodeText(text, paint, transform = null) {
  const words = svgElement("text", { "text-anchor": "middle", fill: paint.plain("text"), transform });
  for (const line of text.lines) {
    words.append(svgElement("tspan", { x: 0, y: line.y, "font-size": line.size, fill: line.isSmall ? paint.plain("detail") : null }, line.text));
  }
  return words;
}

function svgLink(link, paint) {
  const { d, arrow, tip } = linkGeometry(link), family = graph.relations[link.relation].family;
  const colour = paint.family(family, "line"), dash = dashOf(link);
  const made = svgElement("g", { class: "link" }, svgElement("path", { d, fill: "none", stroke: colour,
    "stroke-width": round(lineWidth(link)), "stroke-dasharray": dash ? dash.join(" ") : null }));
  if (arrow) {
    made.append(svgElement("path", { class: "head", d: arrow.d, fill: arrow.isHollow ? paint.plain("canvas") : colour, stroke: colour,
      "stroke-width": 1, "stroke-linejoin": "round",
      transform: `translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(tip.angle * 180 / Math.PI)}) scale(${tip.scale})` }));
  }
  return made;
}

/** The word on a link, with a halo instead of a box, so that it covers as little of other links as possible. */
function svgLinkLabel(link, paint) {
  const lines = labelLines(link), [x, y] = middleOf(link);
  const text = svgElement("text", { "text-anchor": "middle", "font-size": 9, fill: paint.family(graph.relations[link.relation].family, "text"),
    stroke: paint.plain("canvas"), "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" });
  lines.forEach((line, i) => text.append(svgElement("tspan", { x: round(x), y: round(y + 3 + (i - (lines.length - 1) / 2) * 10.5) }, line)));
  return text;
}

function labelLines(link) {
  const label = linkLabel(link) + (link.isContested ? " (contested)" : "");
  return link.labelBox ? wrap(label, Math.max(link.labelBox[2], 30), 9, 3) : [shorten(label, 40)];
}

/** Links get words where the layout kept room for them, or where there are few links. */
const hasWord = link => link.labelBox !== null;

/** On the screen elements are kept bare: what they share (colour, width, dash) stands on a group around them, or
    working out the style of twenty thousand elements would take longer than everything else. Heads of links and
    words are made when they are first large enough to be seen. */
class SvgPicture {
  constructor(svg) {
    this.svg = svg;
    this.world = svgElement("g", {});
    const layer = name => { const made = svgElement("g", { class: name }); this.world.append(made); return made; };
    this.layers = { groups: layer("groups"), lines: layer("lines"), heads: layer("heads"), words: layer("words"), shapes: layer("shapes"), texts: layer("texts") };
    this.layers.groups.append(...graph.groups.map(group => svgGroup(group, screenPaint)));
    this.elements = { lines: [], heads: [], words: [], shapes: [], texts: [] };
    this.layers.lines.append(...this.inBuckets(graph.links, link => this.lineBucket(link), (link, bucket) => {
      const line = this.elements.lines[link.index] = document.createElementNS(SVG, "path");
      line.setAttribute("d", (link.geometry ??= linkGeometry(link)).d);
      bucket.appendChild(line);
    }));
    this.layers.shapes.append(...this.inBuckets(graph.nodes, node => String(node.kind), (node, bucket) => {
      const shape = this.elements.shapes[node.index] = document.createElementNS(SVG, "path");
      shape.setAttribute("d", nodePath(node));
      shape.setAttribute("transform", `translate(${round(node.x)} ${round(node.y)})`);
      bucket.appendChild(shape);
    }, node => {
      const kind = graph.kinds[node.kind];
      return { fill: screenPaint.kind(node.kind, "fill"), stroke: screenPaint.kind(node.kind, "border"), "stroke-width": kind.borderWidth ?? 1.2,
        "stroke-dasharray": kind.isDashed ? "4 3" : null, "stroke-linejoin": "round" };
    }));
    svg.append(this.world);
    this.state = { node: new Int8Array(graph.nodes.length), link: new Int8Array(graph.links.length) };
  }

  lineBucket(link) { return `${graph.relations[link.relation].family} ${link.isCrossBorder} ${link.isEstablished}`; }

  inBuckets(items, keyOf, add, attributesOf = link => ({ fill: "none", stroke: screenPaint.family(graph.relations[link.relation].family, "line"),
    "stroke-width": round(lineWidth(link)), "stroke-dasharray": dashOf(link)?.join(" ") })) {
    const buckets = new Map();
    for (const item of items) {
      const key = keyOf(item);
      if (!buckets.has(key)) buckets.set(key, svgElement("g", attributesOf(item)));
      add(item, buckets.get(key));
    }
    // What crosses a border lies over what doesn't.
    return [...buckets].sort(([a], [b]) => a.includes("true t") - b.includes("true t")).map(([, bucket]) => bucket);
  }

  makeHeads() {
    if (this.hasHeads) return;
    this.hasHeads = true;
    for (const link of graph.links) {
      const { arrow, tip } = link.geometry;
      if (!arrow) continue;
      const colour = screenPaint.family(graph.relations[link.relation].family, "line");
      this.elements.heads[link.index] = svgElement("path", { d: arrow.d, fill: arrow.isHollow ? "var(--map-canvas)" : colour, stroke: colour,
        transform: `translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(tip.angle * 180 / Math.PI)}) scale(${tip.scale})` });
    }
    this.layers.heads.append(...this.elements.heads.filter(Boolean));
    this.state.link.fill(-1);
    this.update();
  }

  makeTexts() {
    if (this.hasTexts) return;
    this.hasTexts = true;
    for (const link of graph.links) if (hasWord(link)) this.elements.words[link.index] = svgLinkLabel(link, screenPaint);
    for (const node of graph.nodes) {
      const text = nodeText(node);
      if (text) this.elements.texts[node.index] = svgNodeText(text, screenPaint, `translate(${round(node.x)} ${round(node.y)})`);
    }
    this.layers.words.append(...this.elements.words.filter(Boolean));
    this.layers.texts.append(...this.elements.texts.filter(Boolean));
    this.state.link.fill(-1);
    this.state.node.fill(-1);
    this.update();
  }

  /** Shows, fades and hides elements; touches only those whose state has changed. */
  update() {
    const set = (lists, states, isShown, mark) => {
      for (let i = 0; i < states.length; i++) {
        const next = !isShown[i] ? 2 : mark && !mark[i] ? 1 : mark ? 3 : 0;
        if (states[i] === next) continue;
        states[i] = next;
        for (const list of lists) {
          if (!list[i]) continue;
          if (next) list[i].setAttribute("class", ["", "faded", "hidden", "marked"][next]); else list[i].removeAttribute("class");
        }
      }
    };
    const { lines, heads, words, shapes, texts } = this.elements;
    set([shapes, texts], this.state.node, shown.node, emphasis?.node);
    set([lines, heads, words], this.state.link, shown.link, emphasis?.link);
    this.svg.setAttribute("aria-label", pictureLabel());
  }

  /** Small pictures are drawn anew for each frame. Large ones are drawn once, with a margin, and moved about as a
      bitmap by the compositor until the camera rests or the margin is used up. */
  draw(camera) {
    if (graph.nodes.length + graph.links.length < 900 || prefersExact(this, camera)) { this.drawExactly(camera); return; }
    const zoom = camera.scale / this.drawn.scale, [dx, dy] = [(this.drawn.x - camera.x) * camera.scale, (this.drawn.y - camera.y) * camera.scale];
    this.svg.style.transform = `translate(${round(dx)}px, ${round(dy)}px) scale(${zoom})`;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.drawExactly(view.camera), 140);
  }

  drawExactly(camera) {
    clearTimeout(this.resting);
    this.resting = 0;
    const { x, y, scale } = this.drawn = { ...camera };
    this.svg.style.transform = "";
    this.world.setAttribute("transform", `translate(${round(map.width / 2 - x * scale)} ${round(map.height / 2 - y * scale)}) scale(${Number(scale.toPrecision(6))})`);
    if (scale >= 0.3) this.makeHeads();
    if (scale >= 0.48) this.makeTexts();
    this.svg.classList.toggle("far", scale < 0.3);
    this.svg.classList.toggle("wordless", scale < 0.62);
    this.svg.classList.toggle("textless", scale < 0.48);
    this.svg.classList.toggle("titleless", scale < FAR_TITLES);
    firstPictureDone();
  }

  get isCurrent() { return !this.resting; }

  resize() {
    this.drawn = null;
    const isLarge = graph.nodes.length + graph.links.length >= 900, margin = isLarge && !isPrinting ? MARGIN : 0, { width, height } = map;
    this.svg.setAttribute("viewBox", `${-width * margin} ${-height * margin} ${width * (1 + 2 * margin)} ${height * (1 + 2 * margin)}`);
    for (const [key, value] of [["width", 1 + 2 * margin], ["height", 1 + 2 * margin], ["left", -margin], ["top", -margin]]) this.svg.style[key] = value * 100 + "%";
    if (isLarge) this.svg.style.willChange = "transform";
  }

  recolour() { this.resize(); }
}

/** True if the bitmap no longer covers the map, or is too coarse or too fine for it. */
function prefersExact({ drawn }, camera) {
  if (!drawn || isPrinting) return true;
  const zoom = camera.scale / drawn.scale, spareX = map.width * ((0.5 + MARGIN) * zoom - 0.5), spareY = map.height * ((0.5 + MARGIN) * zoom - 0.5);
  const isSame = drawn.x === camera.x && drawn.y === camera.y && drawn.scale === camera.scale;
  return isSame || zoom > 2.5 || zoom < 0.55 || zoom >= 0.95 && (Math.abs(drawn.x - camera.x) * camera.scale > spareX || Math.abs(drawn.y - camera.y) * camera.scale > spareY);
}

const pictureLabel = () => `${graph.title}: link chart, ${statusText()} The table of links says the same in words.`;
