#include "CGraphShim.h"

#include <cgraph.h>
#include <pthread.h>
#include <string.h>

// Handles are the objects themselves under another name.
#define GRAPH(handle) ((Agraph_t *)(handle))
#define NODE(handle) ((Agnode_t *)(handle))
#define EDGE(handle) ((Agedge_t *)(handle))
#define SYMBOL(handle) ((Agsym_t *)(handle))

// Gate

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

void lcg_gate_enter(void) { pthread_mutex_lock(&gate); }
void lcg_gate_leave(void) { pthread_mutex_unlock(&gate); }

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
        keep(text[0] == 'E' ? LCG_ERROR_MARK : LCG_WARNING_MARK);
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

void lcg_messages_begin(void) {
    messages_length = 0;
    error_seen = muted = false;
    agseterr(AGWARN);
    agseterrf(_Generic((agusererrf)NULL, int (*)(char *): take_variable, default: take_constant));
}

const char *lcg_messages_end(bool *failed) {
    agseterrf(NULL);
    *failed = error_seen;
    messages[messages_length] = '\0';
    return messages;
}

// Reading

// A text handed over line by line, as libcgraph itself reads files: what stands after a graph on its last line
// stays in the scanner, the rest here, so that a second read goes on where the first one ended. It fills the room it is
// given: the library's own reader takes a room of one byte for the end, and so no token of 16 kB.
static int read_line(void *channel, char *buffer, int capacity) {
    lcg_text *text = channel;
    int count = 0;
    while (count < capacity && text->next < text->end) {
        if (text->edit < text->edits_end && text->next == text->start + text->edit->offset) {
            bool drops = (text->edit++)->drops;
            if (drops) text->next++;
            else buffer[count++] = LCG_NAME_MARK;
            continue;
        }
        buffer[count++] = *text->next++;
        if (buffer[count - 1] == '\n') return count;
    }
    for (; count < capacity && text->next == text->end && text->braces > 0; text->braces--) {
        buffer[count++] = '}';
    }
    return count;
}

static Agraph_t *read_graph(lcg_text *text) {
    static Agiodisc_t io;
    static Agdisc_t discipline;
    io = AgIoDisc;
    io.afread = read_line;
    discipline = AgDefaultDisc;
    discipline.io = &io;
    return agread(text, &discipline);
}

void lcg_prepare(void) {
    // As libgvc has it, whether or not it is in use: a node's label is its name, and an empty one is none.
    agattr(NULL, AGNODE, (char *)"label", (char *)"\\N");
}

lcg_graph *lcg_read(lcg_text *text) {
    static char name[] = LCG_SOURCE;
    if (text->next == text->start) {
        // Without these two, line numbers carry on from the text before.
        agreadline(1);
        agsetfile(name);
        lcg_prepare();
    }
    return (lcg_graph *)read_graph(text);
}

static bool understands(const char *dot) {
    Agraph_t *graph = read_graph(&(lcg_text){.start = dot, .next = dot, .end = dot + strlen(dot)});
    if (graph) agclose(graph);
    return graph != NULL;
}

// The global scanner of 2.42 stays within an unclosed comment, string or HTML string: feeds closing marks until a
// probe is understood.
bool lcg_close_scanner(void) {
    int tries = 0;
    bool was_muted = muted;
    muted = true;
    while (!understands("graph {}") && tries++ < 1000) {
        understands("*/");
        understands("\"");
        understands(">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>");
    }
    muted = was_muted;
    return tries > 0;
}

void lcg_graph_free(lcg_graph *graph) { agclose(GRAPH(graph)); }

// Graphs

bool lcg_is_directed(lcg_graph *graph) { return agisdirected(GRAPH(graph)); }
bool lcg_is_strict(lcg_graph *graph) { return agisstrict(GRAPH(graph)); }
const char *lcg_name(void *object) { return agnameof(object); }
size_t lcg_number(void *object) { return AGSEQ(object); }

size_t lcg_node_count(lcg_graph *graph) { return (size_t)agnnodes(GRAPH(graph)); }
size_t lcg_edge_count(lcg_graph *graph) { return (size_t)agnedges(GRAPH(graph)); }
lcg_node *lcg_first_node(lcg_graph *graph) { return (lcg_node *)agfstnode(GRAPH(graph)); }
lcg_node *lcg_next_node(lcg_graph *graph, lcg_node *node) {
    return (lcg_node *)agnxtnode(GRAPH(graph), NODE(node));
}
lcg_edge *lcg_first_out(lcg_graph *graph, lcg_node *node) {
    return (lcg_edge *)agfstout(GRAPH(graph), NODE(node));
}
lcg_edge *lcg_next_out(lcg_graph *graph, lcg_edge *edge) {
    return (lcg_edge *)agnxtout(GRAPH(graph), EDGE(edge));
}
lcg_node *lcg_tail(lcg_edge *edge) { return (lcg_node *)agtail(EDGE(edge)); }
lcg_node *lcg_head(lcg_edge *edge) { return (lcg_node *)aghead(EDGE(edge)); }
lcg_graph *lcg_first_subgraph(lcg_graph *graph) { return (lcg_graph *)agfstsubg(GRAPH(graph)); }
lcg_graph *lcg_next_subgraph(lcg_graph *subgraph) { return (lcg_graph *)agnxtsubg(GRAPH(subgraph)); }

// Attributes

static int kind_of(lcg_kind kind) {
    switch (kind) {
    case LCG_OF_NODES: return AGNODE;
    case LCG_OF_EDGES: return AGEDGE;
    default: return AGRAPH;
    }
}

lcg_symbol *lcg_next_symbol(lcg_graph *root, lcg_kind kind, lcg_symbol *symbol) {
    return (lcg_symbol *)agnxtattr(GRAPH(root), kind_of(kind), SYMBOL(symbol));
}
const char *lcg_symbol_name(lcg_symbol *symbol) { return SYMBOL(symbol)->name; }
const char *lcg_value(void *object, lcg_symbol *symbol) {
    const char *value = agxget(object, SYMBOL(symbol));
    return value ? value : "";
}
bool lcg_is_html(const char *value) { return aghtmlstr((char *)value); }
