#ifndef CVIEWER_H
#define CVIEWER_H

#include <stddef.h>

/// A text that is part of the program: `length` bytes of UTF-8 without a zero at the end.
typedef struct {
    const unsigned char *bytes;
    size_t length;
} viewer_text;

/// The interactive page without its parts, each marked `{{name}}`.
viewer_text viewer_page(void);
/// The style sheet.
viewer_text viewer_style(void);
/// The scripts, joined in the order in which they have to run.
viewer_text viewer_script(void);

#endif
