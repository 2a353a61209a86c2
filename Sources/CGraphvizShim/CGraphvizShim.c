#include "CGraphvizShim.h"

#include "Arena.h"

#include <gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Handles are the Graphviz objects themselves under another name.
#define GVC(handle) ((GVC_t *)(handle))
#define GRAPH(handle) ((Agraph_t *)(handle))
#define NODE(handle) ((Agnode_t *)(handle))
#define EDGE(handle) ((Agedge_t *)(handle))

_Static_assert(sizeof(lcgv_point) == sizeof(pointf), "curves are handed over without a copy");
_Static_assert(offsetof(lcgv_point, y) == offsetof(pointf, y), "curves are handed over without a copy");

// Context

lcgv_context *lcgv_context_create(void) { return (lcgv_context *)gvContext(); }

const char *lcgv_version(lcgv_context *context) { return gvcVersion(GVC(context)); }

// Graphviz 10 dropped the last parameter of gvPluginList. Each call is valid C only against its own
// signature, so both go through a function pointer of the signature meant, and only the right one is chosen.
typedef char **(*plugin_list_4)(GVC_t *, const char *, int *, char *);
typedef char **(*plugin_list_3)(GVC_t *, const char *, int *);

static inline char **call_4(void (*list)(void), GVC_t *gvc, const char *kind, int *size) {
    return ((plugin_list_4)list)(gvc, kind, size, NULL);
}
static inline char **call_3(void (*list)(void), GVC_t *gvc, const char *kind, int *size) {
    return ((plugin_list_3)list)(gvc, kind, size);
}

char **lcgv_plugin_names(lcgv_context *context, const char *kind, size_t *count) {
    int size = 0;
    char **names = _Generic(&gvPluginList, plugin_list_4: call_4, default: call_3)(
        (void (*)(void))&gvPluginList, GVC(context), kind, &size);
    *count = names && size > 0 ? (size_t)size : 0;
    return names;
}

void lcgv_names_free(char **names, size_t count) {
    for (size_t i = 0; i < count; i++) free(names[i]);
    free(names);
}

// Messages

// Enough for the first ones, since a bad graph can report millions. Warnings leave room for the first error.
static char messages[8192];
enum { ROOM_FOR_ERROR = 1024 };
static size_t messages_length;
static bool error_seen, muted;

static void keep(char byte) {
    size_t capacity = sizeof messages - 1 - (error_seen ? 0 : ROOM_FOR_ERROR);
    if (messages_length < capacity) messages[messages_length++] = byte;
}

// Called with "Error" or "Warning", then ": ", then the text; continuations are called with text only.
static void take_message(const char *text) {
    static bool after_level;
    if (muted) return;
    if (strcmp(text, "Error") == 0 || strcmp(text, "Warning") == 0) {
        error_seen = error_seen || text[0] == 'E';
        keep(text[0] == 'E' ? LCGV_ERROR_MARK : LCGV_WARNING_MARK);
        after_level = true;
        return;
    }
    if (after_level && strcmp(text, ": ") == 0) return;
    after_level = false;
    for (; *text; text++) keep((unsigned char)*text < ' ' && *text != '\n' ? ' ' : *text);
}

// The callback's parameter became const after 2.42.
static int take_variable(char *text) { return take_message(text), 0; }
static int take_constant(const char *text) { return take_message(text), 0; }

void lcgv_messages_begin(void) {
    messages_length = 0;
    error_seen = muted = false;
    agseterr(AGWARN);
    agseterrf(_Generic((agusererrf)NULL, int (*)(char *): take_variable, default: take_constant));
}

const char *lcgv_messages_end(bool *failed) {
    agseterrf(NULL);
    *failed = error_seen;
    messages[messages_length] = '\0';
    return messages;
}

// Graphs

// A text handed over line by line, as libcgraph itself reads files: what stands after a graph on its last line
// stays in the scanner, the rest here, so that a second read goes on where the first one ended.
typedef struct {
    const char *next, *end;
} reader;

static int read_line(void *channel, char *buffer, int capacity) {
    reader *source = channel;
    int count = 0;
    while (count < capacity && source->next < source->end) {
        buffer[count++] = *source->next++;
        if (buffer[count - 1] == '\n') break;
    }
    return count;
}

static Agraph_t *read_graph(reader *source) {
    static Agiodisc_t io;
    static Agdisc_t discipline;
    io = AgIoDisc;
    io.afread = read_line;
    discipline = AgDefaultDisc;
    discipline.io = &io;
    return agread(source, &discipline);
}

static bool understands(const char *dot) {
    Agraph_t *graph = read_graph(&(reader){dot, dot + strlen(dot)});
    if (graph) agclose(graph);
    return graph != NULL;
}

// An unclosed comment, string or HTML string leaves the global scanner of 2.42 in that state, and it would
// swallow every later text: feeds closing marks until a probe is understood. True where that was needed.
static bool close_scanner(void) {
    int tries = 0;
    muted = true;
    while (!understands("graph {}") && tries++ < 1000) {
        understands("*/");
        understands("\"");
        understands(">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>");
    }
    muted = false;
    return tries > 0;
}

lcgv_graph *lcgv_graph_parse(const char *dot, size_t length, lcgv_leftover *leftover) {
    static char name[] = LCGV_SOURCE;
    lcgv_arena_enter();
    reader source = {dot, dot + length};
    // Without these two, line numbers carry on from the graph before.
    agreadline(1);
    agsetfile(name);
    Agraph_t *graph = read_graph(&source);
    *leftover = LCGV_NOTHING;
    for (Agraph_t *other; graph && (other = read_graph(&source)); agclose(other)) *leftover = LCGV_GRAPH;
    if (close_scanner()) *leftover = LCGV_UNCLOSED;
    if (!graph) lcgv_arena_leave();
    return (lcgv_graph *)graph;
}

void lcgv_graph_free(lcgv_graph *graph) {
    agclose(GRAPH(graph));
    lcgv_arena_leave();
}

bool lcgv_graph_is_directed(lcgv_graph *graph) { return agisdirected(GRAPH(graph)); }

int lcgv_layout(lcgv_context *context, lcgv_graph *graph, const char *engine) {
    return gvLayout(GVC(context), GRAPH(graph), engine);
}

void lcgv_layout_free(lcgv_context *context, lcgv_graph *graph) { gvFreeLayout(GVC(context), GRAPH(graph)); }

int lcgv_render(lcgv_context *context, lcgv_graph *graph, const char *format, char **data, size_t *length) {
    // The length is unsigned in 2.42 and size_t from 13 on.
    typedef int (*render_unsigned)(GVC_t *, graph_t *, const char *, char **, unsigned *);
    __typeof__(_Generic(&gvRenderData, render_unsigned: 0u, default: (size_t)0)) size = 0;
    *data = NULL;
    int result = gvRenderData(GVC(context), GRAPH(graph), format, data, &size);
    *length = *data ? size : 0;
    return result;
}

void lcgv_data_free(char *data) { gvFreeRenderData(data); }

// Attributes

const char *lcgv_name(void *object) { return agnameof(object); }

const char *lcgv_attribute(void *object, const char *name) { return agget(object, (char *)name); }

// Layout

static lcgv_point to_point(pointf p) { return (lcgv_point){p.x, p.y}; }

static lcgv_label describe(const textlabel_t *placed, pointf centre) {
    size_t lines = placed->html || placed->u.txt.nspans < 0 ? 0 : (size_t)placed->u.txt.nspans;
    return (lcgv_label){true, to_point(centre), to_point(placed->dimen), lines, placed};
}

static lcgv_label to_label(const textlabel_t *placed) {
    if (!placed || !placed->set) return (lcgv_label){0};
    return describe(placed, placed->pos);
}

const char *lcgv_label_line(lcgv_label label, size_t index) {
    return ((const textlabel_t *)label.source)->u.txt.span[index].str;
}

size_t lcgv_node_count(lcgv_graph *graph) { return (size_t)agnnodes(GRAPH(graph)); }
size_t lcgv_edge_count(lcgv_graph *graph) { return (size_t)agnedges(GRAPH(graph)); }

lcgv_box lcgv_bounds(lcgv_graph *graph) {
    boxf box = GD_bb(GRAPH(graph));
    return (lcgv_box){to_point(box.LL), to_point(box.UR)};
}

lcgv_label lcgv_graph_label(lcgv_graph *graph) { return to_label(GD_label(GRAPH(graph))); }

lcgv_point lcgv_size_limit(lcgv_graph *graph) { return to_point(GD_drawing(GRAPH(graph))->size); }

// Read as the renderer reads it: inches, "x" or "x,y", and 4 points where there is none.
lcgv_point lcgv_padding(lcgv_graph *graph) {
    const char *text = agget(GRAPH(graph), (char *)"pad");
    double x, y;
    int count = text ? sscanf(text, "%lf,%lf", &x, &y) : 0;
    if (count < 1) return (lcgv_point){4, 4};
    return (lcgv_point){x * 72, (count > 1 ? y : x) * 72};
}

double lcgv_resolution(lcgv_graph *graph) { return GD_drawing(GRAPH(graph))->dpi; }
void lcgv_set_resolution(lcgv_graph *graph, double dpi) { GD_drawing(GRAPH(graph))->dpi = dpi; }

size_t lcgv_cluster_count(lcgv_graph *graph) {
    return GD_n_cluster(GRAPH(graph)) > 0 ? (size_t)GD_n_cluster(GRAPH(graph)) : 0;
}

// Graphviz counts clusters from 1.
lcgv_graph *lcgv_cluster(lcgv_graph *graph, size_t index) {
    return (lcgv_graph *)GD_clust(GRAPH(graph))[index + 1];
}

lcgv_node *lcgv_first_node(lcgv_graph *graph) { return (lcgv_node *)agfstnode(GRAPH(graph)); }
lcgv_node *lcgv_next_node(lcgv_graph *graph, lcgv_node *node) {
    return (lcgv_node *)agnxtnode(GRAPH(graph), NODE(node));
}
lcgv_edge *lcgv_first_out(lcgv_graph *graph, lcgv_node *node) {
    return (lcgv_edge *)agfstout(GRAPH(graph), NODE(node));
}
lcgv_edge *lcgv_next_out(lcgv_graph *graph, lcgv_edge *edge) {
    return (lcgv_edge *)agnxtout(GRAPH(graph), EDGE(edge));
}
lcgv_node *lcgv_tail(lcgv_edge *edge) { return (lcgv_node *)agtail(EDGE(edge)); }
lcgv_node *lcgv_head(lcgv_edge *edge) { return (lcgv_node *)aghead(EDGE(edge)); }

lcgv_point lcgv_node_centre(lcgv_node *node) { return to_point(ND_coord(NODE(node))); }

lcgv_point lcgv_node_size(lcgv_node *node) {
    return (lcgv_point){ND_width(NODE(node)) * 72, ND_height(NODE(node)) * 72};
}

const char *lcgv_node_shape(lcgv_node *node) {
    return ND_shape(NODE(node)) ? ND_shape(NODE(node))->name : NULL;
}

// A node's own label is placed when it is drawn, always at the node's centre.
lcgv_label lcgv_node_label(lcgv_node *node, lcgv_label_kind kind) {
    if (kind == LCGV_XLABEL) return to_label(ND_xlabel(NODE(node)));
    const textlabel_t *own = ND_label(NODE(node));
    if (!own) return (lcgv_label){0};
    lcgv_label label = describe(own, ND_coord(NODE(node)));
    // The label of a record is kept by its fields.
    if (ND_shape(NODE(node)) && ND_shape(NODE(node))->polygon == NULL) label.lines = 0;
    return label;
}

size_t lcgv_curve_count(lcgv_edge *edge) {
    const splines *curves = ED_spl(EDGE(edge));
    return curves ? (size_t)curves->size : 0;
}

lcgv_curve lcgv_edge_curve(lcgv_edge *edge, size_t index) {
    const bezier *piece = &ED_spl(EDGE(edge))->list[index];
    return (lcgv_curve){(const lcgv_point *)piece->list, (size_t)piece->size, piece->sflag != 0,
                        piece->eflag != 0, to_point(piece->sp), to_point(piece->ep)};
}

lcgv_label lcgv_edge_label(lcgv_edge *edge, lcgv_label_kind kind) {
    switch (kind) {
    case LCGV_XLABEL: return to_label(ED_xlabel(EDGE(edge)));
    case LCGV_HEAD_LABEL: return to_label(ED_head_label(EDGE(edge)));
    case LCGV_TAIL_LABEL: return to_label(ED_tail_label(EDGE(edge)));
    default: return to_label(ED_label(EDGE(edge)));
    }
}
