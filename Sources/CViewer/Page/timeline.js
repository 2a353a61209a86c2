// The time filter: a slider with two ends over bars that say how many claims may hold when. The ends are two range
// inputs, which bring keyboard and screen-reader use with them.

const time = { first: 0, last: 0, steps: [], isKnown: false };

function readTimes() {
  const { start, end, isDated } = graph.claims;
  let first = Infinity, last = -Infinity, dated = 0;
  for (let i = 0; i < isDated.length; i++) {
    if (!isDated[i]) continue;
    dated++;
    for (const day of [start[i], end[i]]) {
      if (day <= OPEN_START || day >= OPEN_END) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  time.dated = dated;
  time.isKnown = dated > 0 && first <= last;
  if (!time.isKnown) return;
  if (last - first < 330) last = first + 365;
  // Steps are days, months or years, whichever gives the arrow keys a sensible stride.
  const span = last - first, begin = new Date(first * DAY);
  const unit = span < 120 ? "day" : span < 60 * 365 ? "month" : "year";
  const at = unit === "day" ? [begin.getUTCFullYear(), begin.getUTCMonth(), begin.getUTCDate()]
    : unit === "month" ? [begin.getUTCFullYear(), begin.getUTCMonth(), 1] : [begin.getUTCFullYear(), 0, 1];
  for (;;) {
    const day = Math.round(Date.UTC(...at) / DAY);
    time.steps.push(day);
    if (day > last || time.steps.length > 3000) break;
    at[{ year: 0, month: 1, day: 2 }[unit]]++;
  }
  time.unit = unit;
}

const stepText = day => dateOfDay(day).slice(0, { year: 4, month: 7, day: 10 }[time.unit]);

function timeSection() {
  const { shell, tally } = sectionShell("time", "Time", false);
  readTimes();
  const keep = element("input", { type: "checkbox", id: "keep-undated" });
  keep.addEventListener("change", () => change(v => { v.keepsUndated = keep.checked; }));
  const undated = graph.claims.link.length - time.dated;
  sections.time = { tally, keep };
  shell.append(element("p", { class: "hint", text: !time.isKnown ? "No date in this graph can be placed on a line."
    : `When what is claimed may hold. ${plural(undated, "claim has", "claims have")} no date that can be placed.` }));
  if (time.isKnown) {
    const most = time.steps.length - 1;
    const end = (id, label, value) => element("input", { type: "range", id, min: 0, max: most, step: 1, value, "aria-label": label });
    const from = end("time-from", "From", 0), to = end("time-to", "To", most);
    const set = moved => {
      // The ends push, rather than cross, each other.
      let a = Number(from.value), b = Number(to.value);
      if (a >= b) { if (moved === from) a = Math.max(b - 1, 0); else b = Math.min(a + 1, most); }
      changeSoon(v => { v.time = a === 0 && b === most ? null : [time.steps[a], b === most ? time.steps[most] : time.steps[b] - 1]; });
    };
    for (const input of [from, to]) input.addEventListener("input", () => set(input));
    Object.assign(sections.time, { from, to, span: element("div", { class: "span" }), text: element("p", { class: "ends" }, element("span"), element("span")) });
    shell.append(timeBars(), element("div", { class: "two-ended", role: "group", "aria-label": "Time" }, sections.time.span, from, to), sections.time.text);
  }
  shell.append(element("label", { class: "check" }, keep, "Keep claims without a date"));
  return shell;
}

function timeBars() {
  const bins = 40, counts = new Float64Array(bins), first = time.steps[0], last = time.steps.at(-1);
  const place = day => Math.min(Math.max(Math.floor((day - first) / (last - first) * bins), 0), bins - 1);
  const { start, end, isDated } = graph.claims;
  for (let i = 0; i < isDated.length; i++) {
    if (!isDated[i] || end[i] < first || start[i] > last) continue;
    for (let bin = place(start[i]); bin <= place(end[i]); bin++) counts[bin]++;
  }
  const most = Math.max(...counts, 1);
  return svgElement("svg", { class: "bars", viewBox: "0 0 200 32", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    ...Array.from(counts, (count, i) => svgElement("rect", { x: i * 5 + 0.5, width: 4, y: round(32 - count / most * 30), height: round(count / most * 30) })));
}

function showTime() {
  const section = sections.time;
  if (!section) return;
  section.keep.checked = view.keepsUndated;
  section.tally.textContent = view.time ? "part" : time.isKnown ? "all" : "none";
  if (!section.from) return;
  const most = time.steps.length - 1, stepAt = day => { let i = 0; while (i < most && time.steps[i] < day) i++; return i; };
  const a = view.time ? stepAt(view.time[0]) : 0, b = view.time ? stepAt(view.time[1] + 1) : most;
  section.from.value = String(a);
  section.to.value = String(b);
  const [fromText, toText] = [stepText(time.steps[a]), b === most ? stepText(time.steps[most] - 1) : stepText(time.steps[b] - 1)];
  section.from.setAttribute("aria-valuetext", fromText);
  section.to.setAttribute("aria-valuetext", toText);
  section.text.firstChild.textContent = fromText;
  section.text.lastChild.textContent = toText;
  section.span.style.left = a / most * 100 + "%";
  section.span.style.right = (1 - b / most) * 100 + "%";
}
