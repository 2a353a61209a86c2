// Undo and redo of everything that changes the picture: filters, selection, path, camera.

const MOST_STEPS = 200;
const past = [], future = [];
let present = "";

/** Called when a change is complete; a gesture of many small movements is one step. */
function recordStep() {
  const text = encodeView(view);
  if (text === present) return;
  past.push(present);
  if (past.length > MOST_STEPS) past.shift();
  future.length = 0;
  present = text;
  showAddress();
  showHistory();
}

function stepBack() { step(past, future, "Undone"); }
function stepForward() { step(future, past, "Redone"); }

function step(source, target, word) {
  finishCameraStep();
  if (!source.length) { announce(word === "Undone" ? "Nothing to undo." : "Nothing to redo."); return; }
  target.push(present);
  present = source.pop();
  const { view: before } = decodeView(present);
  replaceView(before, { isAnimated: true });
  showAddress();
  showHistory();
  announce(`${word}. ${statusText()}`);
}

function showHistory() {
  byId("undo").disabled = !past.length;
  byId("redo").disabled = !future.length;
}

/** The address always names the view. A new address, not a new entry of the browser's history: Back leaves the
    page, undo is a button. */
function showAddress() {
  try { window.history.replaceState(null, "", present ? "#" + present : location.pathname + location.search); }
  catch { /* A page inside about:srcdoc has no address to change; everything else works there. */ }
}

function startHistory() {
  present = encodeView(view);
  showHistory();
  addEventListener("hashchange", () => {
    const { view: linked, problems } = decodeView(location.hash);
    if (encodeView(linked) === present) return;
    if (!linked.camera) linked.camera = fitCamera();
    replaceView(linked, { isAnimated: false });
    recordStep();
    sayProblems(problems);
  });
}

function sayProblems(problems) {
  if (problems.length) notice(`The address names what this graph does not have: ${problems.map(name => shorten(cleanText(name), 40)).join(", ")}.`);
}
