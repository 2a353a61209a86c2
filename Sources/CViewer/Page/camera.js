// Which part of the picture is seen: the point at the centre of the map and pixels per unit of the layout.

const map = { width: 800, height: 600 };
let cameraStep = 0, animation = 0;

const toScreen = (x, y) => [(x - view.camera.x) * view.camera.scale + map.width / 2, (y - view.camera.y) * view.camera.scale + map.height / 2];
const toWorld = (x, y) => [(x - map.width / 2) / view.camera.scale + view.camera.x, (y - map.height / 2) / view.camera.scale + view.camera.y];

const TOP = 68, EDGE = 22;
function fitScale(box) { return Math.max(Math.min((map.width - 2 * EDGE) / box.width, (map.height - TOP - EDGE) / box.height), 1e-4); }

/** Below, the whole would be a dot; above, one letter would fill the map. */
function scaleLimits() {
  const all = fitScale(graph.bounds);
  return [Math.min(all * 0.5, 0.5), Math.max(4, all * 2)];
}

/** The camera that shows a box, by default everything, with room for the tools above it. */
function fitCamera(box = graph.bounds, most = 2) {
  const scale = Math.min(fitScale(box), most);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 - (TOP - EDGE) / 2 / scale, scale };
}

function setCamera(camera) {
  const [least, most] = scaleLimits();
  const scale = Math.min(Math.max(camera.scale, least), most);
  const { x, y, width, height } = graph.bounds;
  // The graph can't be lost: its box always touches the middle of the map.
  view.camera = { scale, x: Math.min(Math.max(camera.x, x), x + width), y: Math.min(Math.max(camera.y, y - TOP / scale), y + height) };
  requestDraw();
}

/** A movement by the reader: drawn at once, a step of the history when it has come to rest. */
function moveCamera(camera) {
  cancelAnimationFrame(animation);
  animation = 0;
  setCamera(camera);
  clearTimeout(cameraStep);
  cameraStep = setTimeout(finishCameraStep, 350);
}

function finishCameraStep() {
  if (!cameraStep) return;
  clearTimeout(cameraStep);
  cameraStep = 0;
  recordStep();
}

function panBy(dx, dy) {
  const { x, y, scale } = view.camera;
  moveCamera({ x: x - dx / scale, y: y - dy / scale, scale });
}

function zoomBy(factor, atX = map.width / 2, atY = map.height / 2) {
  const [least, most] = scaleLimits(), [x, y] = toWorld(atX, atY);
  const scale = Math.min(Math.max(view.camera.scale * factor, least), most);
  moveCamera({ scale, x: x - (atX - map.width / 2) / scale, y: y - (atY - map.height / 2) / scale });
}

/** Glides to a camera, or jumps for readers who asked for less motion. */
function glideTo(target, { isRecorded = true } = {}) {
  cancelAnimationFrame(animation);
  animation = 0;
  const finish = () => {
    setCamera(target);
    if (isRecorded) { clearTimeout(cameraStep); cameraStep = setTimeout(finishCameraStep, 0); }
  };
  if (prefersStill.matches || document.hidden) { finish(); return; }
  const from = view.camera, start = performance.now();
  const frame = now => {
    const t = Math.min((now - start) / 260, 1), ease = 1 - (1 - t) ** 3;
    if (t >= 1) { animation = 0; finish(); return; }
    setCamera({ x: from.x + (target.x - from.x) * ease, y: from.y + (target.y - from.y) * ease,
      scale: from.scale * (target.scale / from.scale) ** ease });
    animation = requestAnimationFrame(frame);
  };
  animation = requestAnimationFrame(frame);
}

/** What the tools, boxes and cards leave free of the map. */
function freeRoom() {
  const details = byId("details"), box = openBox.current ? byId(openBox.current + "-box") : null;
  if (isPhone.matches) return { left: 0, right: map.width, top: 60, bottom: map.height - (details.hidden ? 0 : details.offsetHeight) };
  return { left: box ? box.offsetWidth + 20 : 0, right: map.width - (details.hidden ? 0 : details.offsetWidth + 20), top: box ? 10 : 56, bottom: map.height };
}

/** Brings nodes into view, moving no more than needed; zooms in only on one node or the ends of a path. */
function showNodes(indexes, { mayZoomIn = true, isRecorded = true } = {}) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of indexes) {
    const { x, y, width, height } = graph.nodes[i];
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  const { scale } = view.camera, [x1, y1] = toScreen(left, top), [x2, y2] = toScreen(right, bottom), room = freeRoom();
  const isSeen = x1 > room.left && y1 > room.top && x2 < room.right && y2 < room.bottom;
  if (isSeen && (scale > 0.3 || !mayZoomIn)) return;
  const fit = Math.min((room.right - room.left - 50) / Math.max(right - left, 1), (room.bottom - room.top - 40) / Math.max(bottom - top, 1));
  const wanted = mayZoomIn ? Math.max(scale, Math.min(fitScale(graph.bounds) * 4, 0.9)) : scale;
  // What can't be read any more is not worth bringing into view.
  if (indexes.length > 1 && fit < Math.min(wanted / 2.5, 0.4) && !mayZoomIn) { if (view.node !== null) showNodes([view.node], { mayZoomIn, isRecorded }); return; }
  const next = Math.min(wanted, fit);
  glideTo({ scale: next, x: (left + right) / 2 - ((room.left + room.right) / 2 - map.width / 2) / next,
    y: (top + bottom) / 2 - ((room.top + room.bottom) / 2 - map.height / 2) / next }, { isRecorded });
}

/** After a choice: what it highlights should not lie under the card that tells about it. */
function showHighlighted(options = {}) {
  const indexes = [];
  if (emphasis) emphasis.node.forEach((isMarked, i) => { if (isMarked) indexes.push(i); });
  if (indexes.length) showNodes(indexes, { mayZoomIn: false, ...options });
}
