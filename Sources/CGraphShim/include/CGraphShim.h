// Graphs of DOT as libcgraph reads them, and the one gate to the global state of all of Graphviz. No layout, no
// drawing: what links this needs libcgraph and libcdt only.
// No Graphviz header is visible from here, so that Swift sees opaque pointers only.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// A graph or subgraph.
typedef struct lcg_graph lcg_graph;
typedef struct lcg_node lcg_node;
typedef struct lcg_edge lcg_edge;
/// An attribute that a graph declares for its nodes, its edges or itself and its subgraphs.
typedef struct lcg_symbol lcg_symbol;

// Gate

/// Waits until no other thread of the process uses libcgraph or libgvc, and keeps the others out. Both keep their
/// scanner, parser and messages in globals: everything below, and everything in libgvc, belongs between these two.
/// Not to be entered twice by one thread.
void lcg_gate_enter(void);
void lcg_gate_leave(void);

// Messages. Everything Graphviz reports between begin and end is collected and nothing is printed.

/// Byte before a message of that severity in the collected text.
#define LCG_WARNING_MARK '\x01'
#define LCG_ERROR_MARK '\x02'
void lcg_messages_begin(void);
/// Ends collecting. The text (valid until the next begin) is a run of messages, each led by its mark byte, the first
/// eight kilobytes of them. `failed` is set where anything of ERROR level was reported, even if its text no longer
/// fitted.
const char *lcg_messages_end(bool *failed);

// Reading

/// What messages about syntax call the text read.
#define LCG_SOURCE "input"

/// Put before a name that begins with `%`, which libcgraph would take for one of its own and lose.
#define LCG_NAME_MARK 1

/// A change of the text while it is handed over: the byte at the offset is dropped, or a LCG_NAME_MARK put before it.
typedef struct {
    size_t offset;
    bool drops;
} lcg_edit;

/// A text that is being read.
typedef struct {
    const char *start, *next, *end;
    /// Changes, by ascending offsets.
    const lcg_edit *edit, *edits_end;
    /// How many closing braces to add at its end.
    size_t braces;
} lcg_text;

/// Sets what holds for all graphs that are read. lcg_read does so itself; a caller that gives graphs memory of their own
/// must have done it before.
void lcg_prepare(void);
/// Reads the next graph; NULL on a syntax error and where no more follows. To be called until it gives NULL, and then
/// lcg_close_scanner.
lcg_graph *lcg_read(lcg_text *text);
/// Brings the scanner back from an unclosed comment or string, or it would swallow every later text; true where that
/// was needed.
bool lcg_close_scanner(void);
void lcg_graph_free(lcg_graph *graph);

// Graphs

bool lcg_is_directed(lcg_graph *graph);
bool lcg_is_strict(lcg_graph *graph);
/// The name of a graph, subgraph or node, or an edge's key; NULL for an edge without one. It begins with `%` where
/// there is no name, and is valid until the next call.
const char *lcg_name(void *object);
/// The place of a node or an edge in the order of creation, from 1 without gaps.
size_t lcg_number(void *object);

size_t lcg_node_count(lcg_graph *graph);
size_t lcg_edge_count(lcg_graph *graph);
lcg_node *lcg_first_node(lcg_graph *graph);
lcg_node *lcg_next_node(lcg_graph *graph, lcg_node *node);
lcg_edge *lcg_first_out(lcg_graph *graph, lcg_node *node);
lcg_edge *lcg_next_out(lcg_graph *graph, lcg_edge *edge);
lcg_node *lcg_tail(lcg_edge *edge);
lcg_node *lcg_head(lcg_edge *edge);
lcg_graph *lcg_first_subgraph(lcg_graph *graph);
lcg_graph *lcg_next_subgraph(lcg_graph *subgraph);

// Attributes

typedef enum { LCG_OF_GRAPHS, LCG_OF_NODES, LCG_OF_EDGES } lcg_kind;
/// The first attribute declared for objects of a kind (after NULL), or the one after another; NULL after the last.
lcg_symbol *lcg_next_symbol(lcg_graph *root, lcg_kind kind, lcg_symbol *symbol);
const char *lcg_symbol_name(lcg_symbol *symbol);
/// An object's value, its own or by default. Equal values are the same pointer, which lives as long as the graph.
const char *lcg_value(void *object, lcg_symbol *symbol);
/// Whether a value was written between `<` and `>`.
bool lcg_is_html(const char *value);
