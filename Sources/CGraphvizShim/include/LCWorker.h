// What a worker process does to itself before it takes graphs that may crash it, and how it is started.
// Here because variadic functions and signal handlers can't be written in Swift.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What a dying worker says of itself, in this order; the parent reads it from the socket.
enum {
    LCGV_CRASH_KIND = 5,
    LCGV_CRASH_OUT_OF_MEMORY = 1,
    LCGV_CRASH_STACK_OVERFLOW = 2,
};

/// Makes this process a worker: it dies with its parent, leaves no core file, closes what it inherited beside
/// standard input, output and errors, and tells of a crash on `socket` by a frame of kind LCGV_CRASH_KIND with two
/// bytes, the signal and one of the reasons above or 0.
///
/// - Parameters `parent`: the process that must be alive. `memory`: bytes of writable memory, 0 for no limit.
/// - Returns false where the parent is gone already.
bool lcgv_worker_begin(int socket, pid_t parent, uint64_t memory);

/// Lets this thread tell of a stack overflow: gives it another stack for signals. `stack_size` is its own.
void lcgv_worker_guard_stack(size_t stack_size);

/// Seconds of processor time from now on after which the worker is ended; 0 for no limit.
void lcgv_worker_limit_processor_time(uint32_t seconds);

/// Starts a program with the socket as standard input, `errors` as standard error and nothing else.
///
/// Signals are as a program expects them, whatever the caller ignores or blocks.
/// - Returns 0 or an error number.
int lcgv_worker_spawn(pid_t *process, const char *path, char *const arguments[], char *const environment[],
                      int socket, int errors);

/// A pair of connected sockets that no other program inherits; `ends[0]` does not block. Returns 0 or an error number.
int lcgv_worker_sockets(int ends[2]);
/// A pipe that no other program inherits, whose reading end `ends[0]` does not block. Returns 0 or an error number.
int lcgv_worker_pipe(int ends[2]);
/// Sends without raising SIGPIPE. As send(2).
ssize_t lcgv_worker_send(int socket, const void *bytes, size_t count);
/// This process's environment, ended by NULL.
char **lcgv_worker_environment(void);
/// Waits for bytes and reads them; 0 at the end, negative on errors. As read(2), but goes on after signals.
ssize_t lcgv_worker_receive(int socket, void *bytes, size_t count);
