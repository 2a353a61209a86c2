// Memory of libcgraph handed out at growing addresses while a graph is drawn. Not part of the module.
#pragma once

/// From now on graphs are opened in the arena. Calls nest.
void lcgv_arena_enter(void);
/// Ends the innermost enter; with the outermost all of the arena's memory is given back, so every graph opened since
/// must be closed.
void lcgv_arena_leave(void);
