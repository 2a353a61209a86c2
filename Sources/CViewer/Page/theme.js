// Colours: the data gives each kind and family a light and a dark ink; system colours replace both where the
// reader forces their own. The same table feeds the SVG (as CSS variables), the canvas and what is exported.

const PLAIN = {
  light: { canvas: "#ffffff", text: "#1b1f24", detail: "#4a525b", boxFill: "#f4f6f8", boxBorder: "#aab4bf",
    boxTitle: "#39424c", regionFill: "#fbfcfd", accent: "#0072b2", focus: "#1b1f24" },
  dark: { canvas: "#14171b", text: "#e9ecef", detail: "#b4bcc4", boxFill: "#1c2127", boxBorder: "#48525d",
    boxTitle: "#cfd6dd", regionFill: "#181c21", accent: "#5ab4e8", focus: "#ffffff" },
  forced: { canvas: "Canvas", text: "CanvasText", detail: "CanvasText", boxFill: "Canvas", boxBorder: "GrayText",
    boxTitle: "CanvasText", regionFill: "Canvas", accent: "Highlight", focus: "Highlight" },
};

/** Colours from data go into attributes and canvas only if they are colours. */
function inkOf(pair, isDark, fallback) {
  const value = Array.isArray(pair) ? pair[isDark ? 1 : 0] : pair;
  return /^#[0-9a-f]{6}$/i.test(value ?? "") ? value : fallback;
}

function makeTheme(name) {
  const plain = PLAIN[name], isDark = name === "dark", isForced = name === "forced";
  const ink = (pair, fallback, forced) => isForced ? forced : inkOf(pair, isDark, fallback);
  return {
    name, ...plain,
    kinds: graph.kinds.map(kind => ({
      fill: ink(kind.fill, plain.boxFill, "Canvas"), border: ink(kind.border, plain.boxBorder, "CanvasText") })),
    families: graph.families.map(family => ({
      line: ink(family.colour, plain.detail, "CanvasText"), text: ink(family.text, plain.detail, "CanvasText") })),
  };
}

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const forcesColours = matchMedia("(forced-colors: active)");
const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");
let isPrinting = false;
let theme = null;

/** Puts the theme where the style sheet and the SVG read it. A sheet of paper is always light. */
function applyTheme() {
  const wanted = graph.theme ?? (prefersDark.matches ? "dark" : "light");
  const name = isPrinting ? "light" : forcesColours.matches ? "forced" : wanted;
  if (theme?.name === name) return false;
  theme = makeTheme(name);
  const style = document.documentElement.style;
  // The style sheet's own colours follow the same choice (light-dark()).
  style.colorScheme = name === "forced" ? "" : name;
  for (const [key, value] of Object.entries(theme)) {
    if (typeof value === "string" && key !== "name") style.setProperty("--map-" + key, value);
  }
  theme.kinds.forEach((kind, i) => {
    style.setProperty(`--kind-${i}-fill`, kind.fill);
    style.setProperty(`--kind-${i}-border`, kind.border);
  });
  theme.families.forEach((family, i) => {
    style.setProperty(`--family-${i}-line`, family.line);
    style.setProperty(`--family-${i}-text`, family.text);
  });
  return true;
}

function watchTheme(changed) {
  const update = () => { if (applyTheme()) changed(); };
  prefersDark.addEventListener("change", update);
  forcesColours.addEventListener("change", update);
  const print = matchMedia("print");
  const setPrinting = value => { isPrinting = value; update(); };
  print.addEventListener("change", event => setPrinting(event.matches));
  addEventListener("beforeprint", () => setPrinting(true));
  addEventListener("afterprint", () => setPrinting(false));
}
