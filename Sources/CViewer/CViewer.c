// The parts of the interactive page, put into the program when it is built: it is installed as one file, so there
// is nothing to read when it runs. Swift has no such directive, and as Swift literals the same bytes would take the
// compiler two minutes.

#include "CViewer.h"

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wc23-extensions"
#endif

static const unsigned char page[] = {
#embed "Page/page.html"
};

static const unsigned char style[] = {
#embed "Page/viewer.css"
};

// Plain scripts without imports, so that no build step is needed: whatever a file uses when it is loaded, and not
// only when it is called, stands above it here.
static const unsigned char script[] = {
#embed "Page/text.js" suffix(,)
#embed "Page/data.js" suffix(,)
#embed "Page/theme.js" suffix(,)
#embed "Page/shapes.js" suffix(,)
#embed "Page/view-state.js" suffix(,)
#embed "Page/history.js" suffix(,)
#embed "Page/filters.js" suffix(,)
#embed "Page/neighbourhood.js" suffix(,)
#embed "Page/paths.js" suffix(,)
#embed "Page/camera.js" suffix(,)
#embed "Page/spatial-index.js" suffix(,)
#embed "Page/node-text.js" suffix(,)
#embed "Page/draw-svg.js" suffix(,)
#embed "Page/draw-canvas.js" suffix(,)
#embed "Page/canvas-layer.js" suffix(,)
#embed "Page/overlay.js" suffix(,)
#embed "Page/icons.js" suffix(,)
#embed "Page/search.js" suffix(,)
#embed "Page/filter-panel.js" suffix(,)
#embed "Page/timeline.js" suffix(,)
#embed "Page/card.js" suffix(,)
#embed "Page/link-table.js" suffix(,)
#embed "Page/export.js" suffix(,)
#embed "Page/pointer.js" suffix(,)
#embed "Page/keyboard.js" suffix(,)
#embed "Page/main.js" suffix(,)
};

viewer_text viewer_page(void) { return (viewer_text){page, sizeof page}; }
viewer_text viewer_style(void) { return (viewer_text){style, sizeof style}; }
viewer_text viewer_script(void) { return (viewer_text){script, sizeof script}; }
