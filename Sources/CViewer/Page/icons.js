// Icons of the tools, drawn as strokes in the colour of the text, so that they follow every theme.

const ICONS = {
  "open-panel": "M3 5H17M5.5 10H14.5M8 15H12",
  undo: "M7.5 4L3.5 8L7.5 12M3.5 8H11.5A5 4.4 0 0 1 11.5 16.5H8", redo: "M12.5 4L16.5 8L12.5 12M16.5 8H8.5A5 4.4 0 0 0 8.5 16.5H12",
  "zoom-in": "M10 4V16M4 10H16", "zoom-out": "M4 10H16", fit: "M3 7V3H7M13 3H17V7M17 13V17H13M7 17H3V13M8 8H12V12H8Z",
  "open-path": "M6.2 14A2.2 2.2 0 1 1 1.8 14A2.2 2.2 0 1 1 6.2 14M18.2 6A2.2 2.2 0 1 1 13.8 6A2.2 2.2 0 1 1 18.2 6M6.2 14C12 14 8 6 13.8 6",
  "open-table": "M3 4H17V16H3ZM3 8.5H17M3 12.2H17M9 8.5V16", "open-export": "M10 3V12.5M6.5 9L10 12.5L13.5 9M3.5 13V16.5H16.5V13",
  "open-help": "M7 7.2C7 3.4 13.2 3.6 13 7.4C12.9 9.7 10 9.6 10 12.3M10 15.4V15.6",
};

function addIcons() {
  for (const [id, d] of Object.entries(ICONS)) {
    byId(id).append(svgElement("svg", { viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true", focusable: "false" },
      svgElement("path", { d, fill: "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round", "stroke-linejoin": "round" })));
  }
}
