// Keys. Single letters work only while the map has the focus, so that they never disturb writing or a screen
// reader's own commands.

const KEYS = [
  ["Arrow keys", "move the map"], ["+  −", "zoom in, out"], ["0", "fit everything"], ["N, Shift+N", "next, previous node"],
  ["Shift+arrow", "nearest node that way"], ["Enter", "choose the node"], ["Esc", "close, clear the choice"], ["P", "path between two nodes"],
  ["T", "table of links"], ["/", "search"], ["Ctrl+Z", "undo"], ["Ctrl+Shift+Z", "redo"], ["?", "this list"],
];

function startKeyboard() {
  byId("keys").append(...KEYS.flatMap(([key, text]) => [element("dt", {}, element("kbd", { text: key })), element("dd", { text })]));
  byId("map").addEventListener("keydown", mapKey);
  byId("map").addEventListener("blur", () => { if (overlay.focus !== null) { overlay.focus = null; requestDraw(); } });
  document.addEventListener("keydown", event => {
    const isWriting = event.target.matches("input:not([type=checkbox]):not([type=range]), textarea");
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && !isWriting && event.key.toLowerCase() === "z") { event.preventDefault(); if (event.shiftKey) stepForward(); else stepBack(); }
    else if (isCommand && !isWriting && event.key.toLowerCase() === "y") { event.preventDefault(); stepForward(); }
    else if (event.key === "Escape" && !event.defaultPrevented) escape();
    else if (event.key === "/" && !isWriting && !isCommand && event.target.closest("#map, body") && !event.target.closest("button, a, summary")) { event.preventDefault(); openPanel(true); byId("search").focus(); }
  });
  toolbarKeys();
}

const STRIDE = 80;
function mapKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== byId("map")) return;
  const way = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
  const keys = {
    "+": () => zoomBy(1.3), "=": () => zoomBy(1.3), "-": () => zoomBy(1 / 1.3), "_": () => zoomBy(1 / 1.3), "0": () => glideTo(fitCamera()),
    f: () => glideTo(fitCamera()), n: () => focusNext(1), N: () => focusNext(-1), p: () => openBox("path", true), t: () => toggleTable(), "?": () => openBox("help", true),
    Enter: () => { if (overlay.focus !== null) { chooseNode(overlay.focus); announce(nodeSummary(graph.nodes[overlay.focus])); } },
    " ": () => { if (overlay.focus !== null) chooseNode(overlay.focus); },
    PageUp: () => zoomBy(1.6), PageDown: () => zoomBy(1 / 1.6), Home: () => glideTo(fitCamera()),
  };
  if (way && event.shiftKey) focusTowards(-way[0], -way[1]);
  else if (way) panBy(way[0] * STRIDE, way[1] * STRIDE);
  else if (keys[event.key]) keys[event.key]();
  else return;
  event.preventDefault();
}

/** The nodes among which N goes: the highlighted ones if there are such, in the order of their importance. */
function focusNext(step) {
  const order = graph.byImportance.filter(i => shown.node[i] && (!emphasis || emphasis.node[i]));
  if (!order.length) return;
  const at = order.indexOf(overlay.focus ?? -1);
  focusNode(order[(at < 0 ? (step > 0 ? 0 : order.length - 1) : at + step + order.length) % order.length]);
}

function focusTowards(dx, dy) {
  const start = overlay.focus ?? view.node, [x, y] = start !== null ? [graph.nodes[start].x, graph.nodes[start].y] : [view.camera.x, view.camera.y];
  let best = null, bestCost = Infinity;
  for (const node of graph.nodes) {
    if (!shown.node[node.index] || node.index === start || emphasis && !emphasis.node[node.index]) continue;
    const along = (node.x - x) * dx + (node.y - y) * dy, aside = Math.abs((node.x - x) * dy + (node.y - y) * dx);
    const cost = along + aside * 2;
    if (along > 1 && aside < along * 2 && cost < bestCost) { best = node.index; bestCost = cost; }
  }
  if (best === null) announce("No node that way."); else focusNode(best);
}

function focusNode(index) {
  overlay.focus = index;
  showNodes([index]);
  const node = graph.nodes[index], ends = shownLinks(node).slice(0, 4).map(link => `${graph.relations[link.relation].label} ${shorten(graph.nodes[link.from === index ? link.to : link.from].name, 40)}`);
  announce(nodeSummary(node) + (ends.length ? " " + ends.join("; ") + "." : ""));
  requestDraw();
}

function escape() {
  if (!byId("hover").hidden) hideHover();
  else if (openBox.current) { const name = openBox.current; openBox(null); byId("open-" + name).focus(); }
  else if (document.body.classList.contains("panel-open") && isPhone.matches) { openPanel(false); byId("open-panel").focus(); }
  else if (overlay.focus !== null) { overlay.focus = null; requestDraw(); }
  else clearChoice();
}

/** A toolbar is one stop of the Tab key; arrow keys go through it. */
function toolbarKeys() {
  const tools = byId("tools"), buttons = () => [...tools.querySelectorAll("button")].filter(button => !button.disabled && button.offsetParent !== null);
  const settle = current => { for (const button of tools.querySelectorAll("button")) button.tabIndex = button === current ? 0 : -1; };
  settle(byId("fit"));
  tools.addEventListener("focusin", event => { if (event.target.matches("button")) settle(event.target); });
  tools.addEventListener("keydown", event => {
    const list = buttons(), at = list.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    list[(next + list.length) % list.length].focus();
  });
}
