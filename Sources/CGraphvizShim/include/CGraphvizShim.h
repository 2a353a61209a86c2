// The part of Graphviz that Swift can't import by itself: macros over struct fields (ND_coord, ED_spl),
// variadic error reporting and functions whose signature differs between releases.
// No Graphviz header is visible from here, so that Swift sees opaque pointers only.
//
// NOTHING here is safe to call from two threads at once: libgvc keeps global state. One gate must serialise
// all calls in a process.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "LCWorker.h"

/// Process-wide Graphviz context: the plugins loaded.
typedef struct lcgv_context lcgv_context;
/// A graph, subgraph or cluster.
typedef struct lcgv_graph lcgv_graph;
typedef struct lcgv_node lcgv_node;
typedef struct lcgv_edge lcgv_edge;

/// A point in points (1/72 inch), y upwards, as Graphviz has it.
typedef struct {
    double x, y;
} lcgv_point;

/// Lower left and upper right corner.
typedef struct {
    lcgv_point low, high;
} lcgv_box;

/// A label as placed: centre and size. `present` is false where there is none or it was not placed.
/// `lines` are those of lcgv_label_line: 0 for HTML-like and record labels.
typedef struct {
    bool present;
    lcgv_point centre, size;
    size_t lines;
    const void *source;
} lcgv_label;

/// One run of cubic Bézier pieces: 3n + 1 points, and where arrowheads touch the nodes.
typedef struct {
    const lcgv_point *points;
    size_t count;
    bool has_start, has_end;
    lcgv_point start, end;
} lcgv_curve;

typedef enum {
    LCGV_LABEL,
    LCGV_XLABEL,
    LCGV_HEAD_LABEL,
    LCGV_TAIL_LABEL,
} lcgv_label_kind;

// Context

/// Loads the plugins (20-50 ms). NULL where Graphviz can't start.
lcgv_context *lcgv_context_create(void);
/// The release as the library names itself, such as "2.43.0".
const char *lcgv_version(lcgv_context *context);
/// Names of the plugins of a kind ("layout", "device"); release with lcgv_names_free.
char **lcgv_plugin_names(lcgv_context *context, const char *kind, size_t *count);
void lcgv_names_free(char **names, size_t count);

// Messages. Everything Graphviz reports between begin and end is collected and nothing is printed.

/// Byte before a message of that severity in the collected text.
#define LCGV_WARNING_MARK '\x01'
#define LCGV_ERROR_MARK '\x02'
void lcgv_messages_begin(void);
/// Ends collecting. The text (valid until the next begin) is a run of messages, each led by its mark byte.
/// `failed` is set where anything of ERROR level was reported, even if its text no longer fitted.
const char *lcgv_messages_end(bool *failed);

// Graphs

/// What messages about syntax call the text read.
#define LCGV_SOURCE "input"
/// What stands after the first graph of a text, besides the errors reported about it.
typedef enum {
    LCGV_NOTHING,
    LCGV_GRAPH,     // another graph
    LCGV_UNCLOSED,  // a comment or string without its end (also where it is within the graph)
} lcgv_leftover;
/// Reads the first graph of a DOT text of `length` bytes; NULL on a syntax error or where the text holds none.
lcgv_graph *lcgv_graph_parse(const char *dot, size_t length, lcgv_leftover *leftover);
void lcgv_graph_free(lcgv_graph *graph);
bool lcgv_graph_is_directed(lcgv_graph *graph);
int lcgv_layout(lcgv_context *context, lcgv_graph *graph, const char *engine);
void lcgv_layout_free(lcgv_context *context, lcgv_graph *graph);
/// Renders a laid out graph; release `data` with lcgv_data_free.
int lcgv_render(lcgv_context *context, lcgv_graph *graph, const char *format, char **data, size_t *length);
void lcgv_data_free(char *data);

// Attributes; `object` is a graph, node or edge. Strings live as long as the graph; NULL where there is none.

const char *lcgv_name(void *object);
const char *lcgv_attribute(void *object, const char *name);

// Layout as computed

/// A line of a label, in UTF-8; valid until the layout is freed.
const char *lcgv_label_line(lcgv_label label, size_t index);

size_t lcgv_node_count(lcgv_graph *graph);
size_t lcgv_edge_count(lcgv_graph *graph);
lcgv_box lcgv_bounds(lcgv_graph *graph);
lcgv_label lcgv_graph_label(lcgv_graph *graph);
/// Upper limit of the drawing set by the attribute `size`, in points; 0 where unset.
lcgv_point lcgv_size_limit(lcgv_graph *graph);
/// Margin about the layout on each side, in points.
lcgv_point lcgv_padding(lcgv_graph *graph);
/// Dots per inch of what is rendered next, at first as the attribute `dpi` says; 0 is the format's own.
double lcgv_resolution(lcgv_graph *graph);
void lcgv_set_resolution(lcgv_graph *graph, double dpi);
/// Direct clusters of a graph or cluster; only some engines lay clusters out.
size_t lcgv_cluster_count(lcgv_graph *graph);
lcgv_graph *lcgv_cluster(lcgv_graph *graph, size_t index);
lcgv_node *lcgv_first_node(lcgv_graph *graph);
lcgv_node *lcgv_next_node(lcgv_graph *graph, lcgv_node *node);
lcgv_edge *lcgv_first_out(lcgv_graph *graph, lcgv_node *node);
lcgv_edge *lcgv_next_out(lcgv_graph *graph, lcgv_edge *edge);
lcgv_node *lcgv_tail(lcgv_edge *edge);
lcgv_node *lcgv_head(lcgv_edge *edge);
lcgv_point lcgv_node_centre(lcgv_node *node);
/// Width and height in points.
lcgv_point lcgv_node_size(lcgv_node *node);
/// The name of the shape that is drawn.
const char *lcgv_node_shape(lcgv_node *node);
lcgv_label lcgv_node_label(lcgv_node *node, lcgv_label_kind kind);
size_t lcgv_curve_count(lcgv_edge *edge);
lcgv_curve lcgv_edge_curve(lcgv_edge *edge, size_t index);
lcgv_label lcgv_edge_label(lcgv_edge *edge, lcgv_label_kind kind);
