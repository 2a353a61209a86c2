#include "CGraphvizShim.h"

#include <CGraphShim.h>

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

_Static_assert(LCGV_WARNING_MARK == LCG_WARNING_MARK && LCGV_ERROR_MARK == LCG_ERROR_MARK, "one set of marks");

void lcgv_messages_begin(void) { lcg_messages_begin(); }
const char *lcgv_messages_end(bool *failed) { return lcg_messages_end(failed); }

// Graphs

lcgv_graph *lcgv_graph_parse(const char *dot, size_t length, lcgv_leftover *leftover) {
    // Outside of the arena, as it outlives the graph.
    lcg_prepare();
    lcgv_arena_enter();
    lcg_text text = {.start = dot, .next = dot, .end = dot + length};
    lcg_graph *graph = lcg_read(&text);
    *leftover = LCGV_NOTHING;
    for (lcg_graph *other; graph && (other = lcg_read(&text)); lcg_graph_free(other)) *leftover = LCGV_GRAPH;
    if (lcg_close_scanner()) *leftover = LCGV_UNCLOSED;
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
