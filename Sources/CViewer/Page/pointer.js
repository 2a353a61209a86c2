// Mouse, pen and fingers: drag to pan, wheel or pinch to zoom, click to choose, hover for the card.

const pointers = new Map();
let gesture = null, hoverTimer = 0;

function startPointer() {
  const area = byId("map");
  area.addEventListener("wheel", event => {
    event.preventDefault();
    hideHover();
    const unit = event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? 300 : 1, [x, y] = place(event);
    // Trackpads say ctrlKey for a pinch; those steps are small and need more weight.
    zoomBy(Math.exp(-Math.max(-300, Math.min(300, event.deltaY * unit)) * (event.ctrlKey ? 0.01 : 0.0018)), x, y);
  }, { passive: false });
  area.addEventListener("pointerdown", event => {
    if (event.button > 0 || event.target.closest("button")) return;
    pointers.set(event.pointerId, place(event));
    area.setPointerCapture(event.pointerId);
    const [x, y] = place(event);
    if (pointers.size === 1) gesture = { x, y, isMoved: false, type: event.pointerType, isAdding: event.shiftKey };
    else if (gesture) gesture.isMoved = true;
    hideHover();
  });
  area.addEventListener("pointermove", event => {
    if (!pointers.has(event.pointerId)) { if (event.pointerType !== "touch") hover(event); return; }
    const before = [...pointers.values()], now = place(event), old = pointers.get(event.pointerId);
    pointers.set(event.pointerId, now);
    if (pointers.size === 2) { pinch(before, [...pointers.values()]); return; }
    if (!gesture || pointers.size > 2) return;
    if (!gesture.isMoved && Math.hypot(now[0] - gesture.x, now[1] - gesture.y) < (gesture.type === "mouse" ? 4 : 9)) return;
    if (!gesture.isMoved) { gesture.isMoved = true; area.classList.add("panning"); }
    panBy(now[0] - old[0], now[1] - old[1]);
  });
  const end = event => {
    if (!pointers.delete(event.pointerId) || pointers.size) return;
    area.classList.remove("panning");
    if (gesture && !gesture.isMoved && event.type === "pointerup") click(gesture);
    gesture = null;
  };
  area.addEventListener("pointerup", end);
  area.addEventListener("pointercancel", end);
  area.addEventListener("pointerleave", event => { if (!byId("hover").contains(event.relatedTarget)) leaveHover(); });
  area.addEventListener("dblclick", event => { if (!findAt(...place(event))) zoomBy(2, ...place(event)); });
  byId("hover").addEventListener("pointerenter", () => clearTimeout(hoverTimer));
  byId("hover").addEventListener("pointerleave", leaveHover);
}

function place(event) {
  const box = byId("map").getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

function pinch([a, b], [c, d]) {
  const before = Math.hypot(a[0] - b[0], a[1] - b[1]), after = Math.hypot(c[0] - d[0], c[1] - d[1]);
  panBy((c[0] + d[0] - a[0] - b[0]) / 2, (c[1] + d[1] - a[1] - b[1]) / 2);
  if (before > 1 && after > 1) zoomBy(after / before, (c[0] + d[0]) / 2, (c[1] + d[1]) / 2);
}

function click({ x, y, type, isAdding }) {
  byId("map").focus({ preventScroll: true, focusVisible: false });
  const found = findAt(x, y, type === "mouse" ? 5 : 14);
  overlay.focus = null;
  if (!found) { clearChoice(); return; }
  if (found.link !== undefined) { chooseLink(found.link); showHighlighted(); announce(linkSentence(graph.links[found.link])); return; }
  // Shift and a click: the second end of a path whose first end is the node chosen before.
  if (isAdding && (view.node !== null || view.path)) {
    const from = view.path?.from ?? view.node;
    openBox("path");
    change(v => { v.path = { isDirected: false, isWide: false, ...v.path, from, to: null }; });
    setPathEnd("to", found.node);
    return;
  }
  if (!byId("path-box").hidden && view.path && (view.path.from === null) !== (view.path.to === null)) {
    setPathEnd(view.path.from === null ? "from" : "to", found.node);
    return;
  }
  chooseNode(found.node);
  showHighlighted();
  announce(nodeSummary(graph.nodes[found.node]));
}

const linkSentence = link => `${shorten(graph.nodes[link.from].name, 80)} ${graph.relations[link.relation].label} ${shorten(graph.nodes[link.to].name, 80)}, ${plural(link.claims.length, "claim")} by ${claimantsOf(link).map(name => shorten(name, 60)).join(", ") || "nobody named"}.`;

let hoverAt = null;
function hover(event) {
  const [x, y] = place(event);
  const first = hoverAt === null;
  hoverAt = [x, y];
  if (first) requestAnimationFrame(() => {
    if (!hoverAt || pointers.size) { hoverAt = null; return; }
    const found = findAt(...hoverAt), before = overlay.hover;
    byId("map").classList.toggle("over", found !== null);
    if (found?.node !== before?.node || found?.link !== before?.link) {
      if (found) { clearTimeout(hoverTimer); overlay.hover = found; showHover(hoverCard(found), hoverAt); requestDraw(); } else leaveHover();
    }
    hoverAt = null;
  });
}

/** Near the pointer, inside the map, and never under the pointer itself. */
function showHover(parts, [x, y]) {
  const card = byId("hover");
  card.replaceChildren(...parts.filter(Boolean));
  card.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = card, gap = 16;
  const left = x + gap + width < map.width - 8 ? x + gap : Math.max(8, x - gap - width);
  const top = Math.min(Math.max(8, y + gap), Math.max(8, map.height - height - 8));
  card.style.left = round(left) + "px";
  card.style.top = round(left < x && left + width > x && top < y && top + height > y ? Math.max(8, y - gap - height) : top) + "px";
}

/** The card waits a little, so that its links can be reached. */
function leaveHover() {
  clearTimeout(hoverTimer);
  hoverTimer = setTimeout(hideHover, 220);
}

function hideHover() {
  clearTimeout(hoverTimer);
  if (overlay.hover || !byId("hover").hidden) {
    overlay.hover = null;
    byId("hover").hidden = true;
    requestDraw();
  }
}
