// Keeps the map moving while the canvas is painted: one canvas is shown and moved by the compositor, another is
// painted behind it for a few milliseconds a frame, and they change places when it is done.

const SLICE = 7, FIRST_SLICE = 60, MARGIN = 0.25, MOST_PIXELS = 12e6;

class CanvasPicture {
  constructor(canvases) {
    [this.front, this.back] = canvases;
    for (const canvas of canvases) canvas.style.transformOrigin = "0 0";
    this.job = null;
    this.painted = null;
    this.version = 0;
    this.figures = { paints: 0, longestSlice: 0, lastPaint: 0 };
  }

  update() {
    this.version++;
    this.job = null;
    this.front.parentElement.setAttribute("aria-label", pictureLabel());
  }
  recolour() { this.update(); }
  resize() { this.version++; this.job = null; }

  draw(camera) {
    this.place(camera);
    this.work();
  }

  /** Moves what is painted to where it belongs now. */
  place(camera) {
    const { painted } = this;
    if (!painted) return;
    const zoom = camera.scale / painted.camera.scale;
    const x = map.width / 2 + (painted.camera.x - camera.x) * camera.scale - painted.width / 2 * zoom;
    const y = map.height / 2 + (painted.camera.y - camera.y) * camera.scale - painted.height / 2 * zoom;
    this.front.style.transform = `translate(${round(x)}px, ${round(y)}px) scale(${zoom})`;
  }

  get isCurrent() {
    const { painted } = this, camera = view.camera;
    return painted && painted.version === this.version && painted.camera.x === camera.x && painted.camera.y === camera.y && painted.camera.scale === camera.scale;
  }

  begin() {
    const width = Math.ceil(map.width * (1 + 2 * MARGIN)), height = Math.ceil(map.height * (1 + 2 * MARGIN));
    const ratio = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * height)));
    const canvas = this.back;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = width + "px";
      canvas.style.height = height + "px";
    }
    const camera = { ...view.camera };
    this.job = { camera, width, height, version: this.version, started: performance.now(),
      context: canvas.getContext("2d", { willReadFrequently: true }) };
    this.job.steps = paintChart(this.job.context, width, height, camera, ratio, theme);
  }

  /** One slice of painting; asks for the next frame while there is more to do. */
  work() {
    if (!this.job) {
      if (this.isCurrent) return;
      this.begin();
    }
    const start = performance.now();
    // Before there is a picture nothing can stutter.
    const slice = this.painted ? SLICE : FIRST_SLICE;
    let isDone = false;
    // Browsers only note what is painted and do the work later, all at once; reading a pixel has it done now.
    do {
      isDone = this.job.steps.next().done;
      this.job.context.getImageData(0, 0, 1, 1);
    } while (!isDone && performance.now() - start < slice);
    if (this.painted) this.figures.longestSlice = Math.max(this.figures.longestSlice, performance.now() - start);
    if (isDone) {
      this.painted = this.job;
      this.figures.paints++;
      this.figures.lastPaint = performance.now() - this.job.started;
      this.job = null;
      [this.front, this.back] = [this.back, this.front];
      this.front.style.visibility = "visible";
      this.place(view.camera);
      this.back.style.visibility = "hidden";
      firstPictureDone();
    }
    if (!this.isCurrent) requestDraw();
  }

  /** All at once, for paper. */
  finish() {
    while (!this.isCurrent) this.work();
  }
}
