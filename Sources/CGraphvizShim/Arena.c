#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "Arena.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// Graphviz 2.42 lets addresses decide: libcgraph orders clusters by the addresses of their names, and fdp directs an
// edge from the node at the lower address. So the same graph would be another picture in every process. Here what
// is allocated later lies higher, and the order is that of the graph's text.

// `AgMemDisc`, which later releases don't have: looked for in the library and not in its header, so that this
// compiles with either.
typedef struct {
    void *(*open)(void *discipline);
    void *(*alloc)(void *heap, size_t size);
    void *(*resize)(void *heap, void *place, size_t old_size, size_t size);
    void (*free)(void *heap, void *place);
    void (*close)(void *heap);
} memory_discipline;

#if !defined(MAP_ANONYMOUS)
#define MAP_ANONYMOUS MAP_ANON
#endif
#if !defined(MAP_NORESERVE)
#define MAP_NORESERVE 0
#endif

// Addresses, not memory: that is asked for step by step.
static const size_t reserved = (size_t)1 << (sizeof(void *) > 4 ? 38 : 28);
static const size_t step = 1 << 20;
// Kept between graphs, as most are small.
static const size_t kept = 4 << 20;

static char *arena;
static size_t used, writable;
static unsigned depth;
static memory_discipline *discipline, usual;

static void *take(size_t size) {
    size_t whole = (size + 15) & ~(size_t)15;
    if (whole < size || whole > reserved - used) return NULL;
    if (used + whole > writable) {
        size_t wanted = (used + whole + step - 1) / step * step;
        if (wanted > reserved || mprotect(arena + writable, wanted - writable, PROT_READ | PROT_WRITE) != 0)
            return NULL;
        writable = wanted;
    }
    void *place = arena + used;
    used += whole;
    return memset(place, 0, whole);
}

// Graphs opened before or by others have no arena, and their memory stays where it was.
static void *arena_open(void *graph_discipline) {
    (void)graph_discipline;
    return arena;
}

static void *arena_alloc(void *heap, size_t size) { return heap ? take(size) : usual.alloc(heap, size); }

static void *arena_resize(void *heap, void *place, size_t old_size, size_t size) {
    if (!heap) return usual.resize(heap, place, old_size, size);
    if (size <= old_size) return place;
    void *new_place = take(size);
    if (new_place && place) memcpy(new_place, place, old_size);
    return new_place;
}

static void arena_free(void *heap, void *place) {
    if (!heap) usual.free(heap, place);
}

void lcgv_arena_enter(void) {
    if (depth++ > 0) return;
    if (!arena) {
        discipline = dlsym(RTLD_DEFAULT, "AgMemDisc");
        if (!discipline) return;
        void *place = mmap(NULL, reserved, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        // Without it, pictures are as right, but not the same every time.
        if (place == MAP_FAILED) return;
        arena = place;
    }
    usual = *discipline;
    discipline->open = arena_open;
    discipline->alloc = arena_alloc;
    discipline->resize = arena_resize;
    discipline->free = arena_free;
}

void lcgv_arena_leave(void) {
    if (--depth > 0 || !arena) return;
    *discipline = usual;
    used = 0;
    // Mapped anew, because that gives the memory back and takes the right to write, on every system.
    if (writable > kept
        && mmap(arena + kept, writable - kept, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0)
            != MAP_FAILED)
        writable = kept;
}
