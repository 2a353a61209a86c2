// Text: everything that comes from the data passes through here before it is shown, searched or measured.

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** Text that XML can hold: control characters and halves of surrogate pairs become U+FFFD, so that an exported
    SVG stays well-formed whatever a graph contains. Bidi overrides go too: they can make a name read as another. */
const UNCLEAN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/;
function cleanText(value) {
  const text = value === undefined || value === null ? "" : String(value);
  // Nearly all texts are clean, and there are half a million of them in a large graph.
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "\ufffd")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** What search compares: no case, no accents or vowel marks, one form of letters that Arabic, Urdu and Persian
    keyboards write differently, so that کابل is found however its kaf is typed. */
function searchKey(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLocaleLowerCase("und")
    .replace(/\u0640/g, "").replace(/[\u0649\u06cc\u06d2]/g, "\u064a").replace(/\u06a9/g, "\u0643")
    .replace(/[\u06c1\u06be\u06d5]/g, "\u0647").replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2010-\u2015]/g, "-").replace(/\s+/g, " ").trim();
}

function shorten(text, limit) {
  const letters = Array.from(text.length > limit * 4 ? text.slice(0, limit * 4) : text);
  return letters.length > limit || text.length > limit * 4 ? letters.slice(0, limit - 1).join("") + "\u2026" : text;
}

/** Only these can be followed. Everything else, `javascript:` and `data:` above all, is shown as text. */
function safeLink(url) {
  if (typeof url !== "string" || !/^(https?:\/\/|mailto:)/i.test(url.trim())) return null;
  try {
    const parsed = new URL(url.trim());
    return ["http:", "https:", "mailto:"].includes(parsed.protocol) ? parsed.href : null;
  } catch { return null; }
}

/** Direction of the first strong letter, which is what dir=auto does; canvas has no such setting. */
function direction(text) {
  const strong = /[\p{L}]/u.exec(text);
  return strong && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(strong[0]) ? "rtl" : "ltr";
}

const measuring = document.createElement("canvas").getContext("2d");
const widths = new Map();
function textWidth(text, size, weight = 400) {
  const key = weight + text;
  let width = widths.get(key);
  if (width === undefined) {
    measuring.font = `${weight} 20px ${FONT}`;
    width = measuring.measureText(text).width / 20;
    widths.set(key, width);
  }
  return width * size;
}

/** Breaks a name into lines of about equal length, because a label in three short lines needs less room on a map
    than one long line. */
function wrap(text, room, size, mostLines = 4) {
  const words = shorten(text, 90).split(/\s+/);
  const lines = [];
  let line = "";
  for (const word of words) {
    const longer = line ? line + " " + word : word;
    if (line && textWidth(longer, size) > room) { lines.push(line); line = word; } else line = longer;
  }
  if (line) lines.push(line);
  if (lines.length > mostLines) {
    lines.length = mostLines;
    lines[mostLines - 1] = lines[mostLines - 1].replace(/.?$/u, "\u2026");
  }
  return lines;
}

function plural(count, one, many = one + "s") {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

const DAY = 86400000;
function dateOfDay(day) { return new Date(day * DAY).toISOString().slice(0, 10); }
function dayOfDate(text) {
  const match = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text);
  return match ? Math.round(Date.UTC(+match[1], +match[2] - 1, +match[3]) / DAY) : null;
}

/** Makes an element. Data only ever arrives as text nodes or checked attributes: nothing here parses HTML. */
function element(name, options = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(options)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "text") made.textContent = value;
    else if (key === "on") for (const [event, run] of Object.entries(value)) made.addEventListener(event, run);
    else made.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children) if (child !== null && child !== undefined) made.append(child);
  return made;
}

/** A name from the data, kept from reordering the text around it. */
function nameElement(text, name = "bdi", options = {}) {
  return element(name, { dir: "auto", lang: graph.language || null, text, ...options });
}

const byId = id => document.getElementById(id);
