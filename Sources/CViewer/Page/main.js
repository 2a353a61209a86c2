// Puts the parts together: one view, one way to change it, one frame to draw it in.

let graph = null, view = null, shown = null, emphasis = null, path = null, picture = null;
// As SVG a browser needs a second or more for what a canvas shows in a tenth of one.
const MOST_SVG_NODES = 500, MOST_SVG_LINKS = 1500;
const isPhone = matchMedia("(max-width: 760px)");

/** Every change of the view goes through here: change, recompute, show, one step of the history. */
function change(mutate) {
  finishCameraStep();
  mutate(view);
  settle();
  recordStep();
}

/** For sliders: shown with the next frame, one step of the history when the slider rests. */
let soon = null, soonStep = 0;
function changeSoon(mutate) {
  if (!soon) requestAnimationFrame(() => { const run = soon; soon = null; run(view); settle(); });
  soon = mutate;
  clearTimeout(soonStep);
  soonStep = setTimeout(() => { soonStep = 0; recordStep(); announce(statusText()); }, 400);
}

function replaceView(next, { isAnimated }) {
  const camera = next.camera ?? view.camera, now = view.camera;
  view = next;
  view.camera = now;
  settle();
  if (isAnimated) glideTo(camera, { isRecorded: false }); else setCamera(camera);
}

function settle() {
  shown = computeShown(view);
  emphasis = computeEmphasis();
  if (overlay.focus !== null && !shown.node[overlay.focus]) overlay.focus = null;
  picture.update();
  showStatus();
  showTicks();
  showDetails();
  showPathBox();
  showTable();
  requestDraw();
}

let isDrawing = false;
const frames = [];
function requestDraw() {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(now => {
    isDrawing = false;
    const start = performance.now();
    picture.draw(view.camera);
    drawOverlay();
    frames.push([now, performance.now() - start]);
    if (frames.length > 1000) frames.shift();
  });
}

function measureMap() {
  const { clientWidth, clientHeight } = byId("map");
  if (!clientWidth || !clientHeight || isPrinting) return;
  // Who sees everything keeps seeing everything when the window changes.
  const fit = view?.camera && map.width ? fitCamera() : null, { x, y, scale } = view?.camera ?? {};
  const wasFit = fit && Math.abs(fit.scale / scale - 1) < 1e-3 && Math.hypot(fit.x - x, fit.y - y) * scale < 1;
  map.width = clientWidth;
  map.height = clientHeight;
  document.documentElement.style.setProperty("--map-aspect", round(clientWidth / clientHeight));
  byId("overlay").setAttribute("viewBox", `0 0 ${map.width} ${map.height}`);
  picture?.resize();
  if (view?.camera) setCamera(wasFit ? fitCamera() : view.camera);
}

function makePicture() {
  const isSmall = graph.nodes.length <= MOST_SVG_NODES && graph.links.length <= MOST_SVG_LINKS;
  if (isSmall) {
    const svg = svgElement("svg", { id: "chart", role: "img", focusable: "false", "font-family": FONT });
    byId("picture").append(svg);
    return new SvgPicture(svg);
  }
  byId("picture").setAttribute("role", "img");
  const canvases = [document.createElement("canvas"), document.createElement("canvas")];
  for (const canvas of canvases) { canvas.setAttribute("aria-hidden", "true"); canvas.style.visibility = "hidden"; }
  byId("picture").append(...canvases);
  return new CanvasPicture(canvases);
}

let announcing = 0;
function announce(text) {
  clearTimeout(announcing);
  // Emptied first: a screen reader says the same words again only if they are new.
  byId("live").textContent = "";
  announcing = setTimeout(() => { announcing = 0; byId("live").textContent = text; }, 60);
}

let noticing = 0;
function notice(text) {
  const box = byId("notice");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(noticing);
  noticing = setTimeout(() => { box.hidden = true; }, 7000);
}

/** Opens one of the boxes beside the tools and closes the others. */
function openBox(name, isToggle = false) {
  const next = isToggle && openBox.current === name ? null : name;
  for (const each of ["path", "export", "help"]) {
    byId(each + "-box").hidden = each !== next;
    byId("open-" + each).setAttribute("aria-expanded", String(each === next));
  }
  openBox.current = next;
  if (next === "export") { finishCameraStep(); byId("address").value = location.href; }
  if (next === "path") showPathBox();
  if (next && isToggle) byId(next + "-box").querySelector("input, button")?.focus();
}
openBox.current = null;

function openPanel(isOpen = !document.body.classList.contains("panel-open")) {
  document.body.classList.toggle("panel-open", isOpen);
  byId("open-panel").setAttribute("aria-expanded", String(isOpen));
  measureMap();
}

function startTools() {
  const click = (id, run) => byId(id).addEventListener("click", run);
  const showAll = () => { change(v => { Object.assign(v, { ...freshView(), node: v.node, link: v.link, hops: v.hops, path: v.path, camera: v.camera }); }); announce(statusText()); };
  click("undo", stepBack);
  click("redo", stepForward);
  click("zoom-in", () => zoomBy(1.4));
  click("zoom-out", () => zoomBy(1 / 1.4));
  click("fit", () => glideTo(fitCamera()));
  click("reset", () => { showAll(); byId("search").focus(); });
  click("empty-reset", showAll);
  click("open-panel", () => openPanel());
  for (const name of ["path", "export", "help"]) click("open-" + name, () => openBox(name, true));
  click("open-table", () => toggleTable());
  click("skip", event => { event.preventDefault(); toggleTable(true); });
  nodeField(byId("path-from"), byId("path-from-list"), node => setPathEnd("from", node.index));
  nodeField(byId("path-to"), byId("path-to-list"), node => setPathEnd("to", node.index));
  for (const [id, key] of [["path-directed", "isDirected"], ["path-wide", "isWide"]]) {
    byId(id).addEventListener("change", event => { if (view.path) change(v => { v.path = { ...v.path, [key]: event.target.checked }; }); });
  }
  click("path-swap", () => { if (view.path) change(v => { v.path = { ...v.path, from: v.path.to, to: v.path.from }; }); });
  click("path-clear", () => { change(v => { v.path = null; }); byId("path-from").focus(); });
  byId("filters").addEventListener("change", () => announce(statusText()));
}

/** The waiting reader sees the picture first; panel and tools follow in the frame after it. */
function start() {
  graph = readGraph(byId("data").textContent);
  byId("data").remove();
  document.title = graph.title || document.title;
  applyTheme();
  spreadParallelLinks(graph);
  document.body.classList.remove("starting");
  openPanel(!isPhone.matches);
  measureMap();
  const { view: linked, problems } = decodeView(location.hash);
  view = location.hash.length > 1 ? linked : startingView(linked);
  const isAimed = view.camera !== null;
  view.camera ??= fitCamera();
  shown = computeShown(view);
  emphasis = computeEmphasis();
  picture = makePicture();
  picture.resize();
  setCamera(view.camera);
  picture.update();
  performance.mark("linkchart-read");
  requestAnimationFrame(() => setTimeout(() => startControls(problems, isAimed)));
}

/** What whoever made the page wants seen first. */
function startingView(view) {
  const { node, path: ends } = graph.start;
  if (Number.isInteger(node) && graph.nodes[node]) view.node = node;
  if (ends?.length === 2 && ends.every(end => graph.nodes[end])) view.path = { from: ends[0], to: ends[1], isDirected: true, isWide: false };
  return view;
}

let hasPicture = false;
function firstPictureDone() {
  if (hasPicture) return;
  hasPicture = true;
  byId("map").classList.add("drawn");
  requestAnimationFrame(() => setTimeout(() => performance.mark("linkchart-picture")));
}

function startControls(problems, isAimed) {
  makeNodeGrid();
  addIcons();
  makePanel();
  startTools();
  startSearch();
  startExport();
  startPointer();
  startKeyboard();
  settle();
  startHistory();
  if (view.path) openBox("path");
  if (!isAimed) showHighlighted({ isRecorded: false });
  sayProblems(problems);
  watchTheme(() => { picture.recolour(); picture.draw(view.camera); if (isPrinting) { picture.finish?.(); fillTable(); } requestDraw(); });
  new ResizeObserver(measureMap).observe(byId("map"));
  performance.mark("linkchart-ready");
  offerFigures();
}

/** For measurements and tests: figures only, nothing that changes the page. */
function offerFigures() {
  const onPage = (x, y) => {
    const box = byId("map").getBoundingClientRect(), [left, top] = toScreen(x, y);
    return [left + box.left, top + box.top];
  };
  globalThis.linkChart = {
    frames, exportedSvg,
    get figures() { return picture.figures ?? null; },
    get camera() { return { ...view.camera }; },
    screenOf: id => onPage(graph.nodeById.get(id).x, graph.nodeById.get(id).y),
    middleOf: id => onPage(...middleOf(graph.linkById.get(id))),
    get isIdle() { return !isDrawing && !animation && !cameraStep && !soon && !soonStep && !announcing && picture.isCurrent; },
  };
}

start();
