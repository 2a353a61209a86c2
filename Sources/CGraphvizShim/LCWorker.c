#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "LCWorker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#if defined(__APPLE__)
#include <crt_externs.h>
#else
extern char **environ;
#endif

// In the worker

static int crash_socket = -1;
// Where the guarded thread's stack ends; 0 while there is none.
static uintptr_t stack_end;

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};

// Graphviz does not look whether it was given memory: what crashes right after a refusal crashes of it.
static void tell_of_crash(int signal_number, siginfo_t *info, void *context) {
    (void)context;
    unsigned char reason = errno == ENOMEM ? LCGV_CRASH_OUT_OF_MEMORY : 0;
    uintptr_t address = (uintptr_t)info->si_addr;
    if ((signal_number == SIGSEGV || signal_number == SIGBUS) && stack_end
        && address + (1 << 20) > stack_end && address < stack_end + (1 << 16)) {
        reason = LCGV_CRASH_STACK_OVERFLOW;
    }
    unsigned char frame[] = {2, 0, 0, 0, 0, 0, 0, 0, LCGV_CRASH_KIND, (unsigned char)signal_number, reason};
    ssize_t sent = write(crash_socket, frame, sizeof frame);
    (void)sent;
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void limit(int resource, uint64_t value) {
    struct rlimit old;
    if (getrlimit(resource, &old) != 0) return;
    rlim_t bounded = old.rlim_max != RLIM_INFINITY && value > old.rlim_max ? old.rlim_max : (rlim_t)value;
    struct rlimit new = {bounded, old.rlim_max};
    setrlimit(resource, &new);
}

static void close_inherited(void) {
#if defined(SYS_close_range)
    if (syscall(SYS_close_range, 3u, ~0u, 0u) == 0) return;
#endif
    for (int file = 3; file < 1024; file++) close(file);
}

bool lcgv_worker_begin(int socket, pid_t parent, uint64_t memory) {
#if defined(__linux__)
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    // Whoever died before that call sent no signal.
    if (getppid() != parent) return false;
    close_inherited();
    limit(RLIMIT_CORE, 0);
    // Writable memory, not address space: fonts and libraries are mapped, and threads reserve more than they use.
    if (memory > 0) limit(RLIMIT_DATA, memory);
    crash_socket = socket;
    struct sigaction action = {0};
    action.sa_sigaction = tell_of_crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof crash_signals / sizeof *crash_signals; i++)
        sigaction(crash_signals[i], &action, NULL);
    return true;
}

void lcgv_worker_guard_stack(size_t stack_size) {
    static char room[1 << 16];
    stack_t other = {0};
    other.ss_sp = room;
    other.ss_size = sizeof room;
    if (sigaltstack(&other, NULL) == 0) stack_end = (uintptr_t)&other - stack_size;
}

void lcgv_worker_limit_processor_time(uint32_t seconds) {
    struct rlimit old;
    if (getrlimit(RLIMIT_CPU, &old) != 0) return;
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    rlim_t total = (rlim_t)used.ru_utime.tv_sec + (rlim_t)used.ru_stime.tv_sec + seconds + 1;
    if (seconds == 0 || (old.rlim_max != RLIM_INFINITY && total > old.rlim_max)) total = old.rlim_max;
    struct rlimit new = {total, old.rlim_max};
    setrlimit(RLIMIT_CPU, &new);
}

// In the parent

int lcgv_worker_spawn(pid_t *process, const char *path, char *const arguments[], char *const environment[],
                      int socket, int errors) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int result = posix_spawn_file_actions_init(&actions);
    if (result != 0) return result;
    result = posix_spawnattr_init(&attributes);
    if (result != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return result;
    }
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (int number = 1; number < 32; number++)
        if (number != SIGKILL && number != SIGSTOP) sigaddset(&usual, number);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#if defined(POSIX_SPAWN_CLOEXEC_DEFAULT)
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
    posix_spawnattr_setflags(&attributes, flags);
    result = posix_spawn_file_actions_adddup2(&actions, socket, 0);
    if (result == 0) result = posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    if (result == 0) result = posix_spawn_file_actions_adddup2(&actions, errors, 2);
    if (result == 0) result = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return result;
}

// Descriptors 0 to 2 would be closed or replaced by the program started, where the caller has closed its own.
static int keep_apart(int ends[2]) {
    for (int i = 0; i < 2; i++) {
        int moved = fcntl(ends[i], F_DUPFD_CLOEXEC, 3);
        int problem = errno;
        close(ends[i]);
        ends[i] = moved;
        if (moved < 0) {
            close(ends[1 - i]);
            return problem;
        }
    }
    int flags = fcntl(ends[0], F_GETFL);
    if (flags < 0 || fcntl(ends[0], F_SETFL, flags | O_NONBLOCK) != 0) {
        int problem = errno;
        close(ends[0]);
        close(ends[1]);
        return problem;
    }
    return 0;
}

int lcgv_worker_sockets(int ends[2]) {
    int kind = SOCK_STREAM;
#if defined(SOCK_CLOEXEC)
    kind |= SOCK_CLOEXEC;
#endif
    if (socketpair(AF_UNIX, kind, 0, ends) != 0) return errno;
    int result = keep_apart(ends);
#if defined(SO_NOSIGPIPE)
    int on = 1;
    if (result == 0) setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    // Fewer turns for large pictures; where it is refused, it is slower and right.
    int room = 1 << 20;
    for (int i = 0; result == 0 && i < 2; i++) setsockopt(ends[i], SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    return result;
}

int lcgv_worker_pipe(int ends[2]) {
#if defined(__linux__)
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
#else
    if (pipe(ends) != 0) return errno;
#endif
    return keep_apart(ends);
}

ssize_t lcgv_worker_send(int socket, const void *bytes, size_t count) {
#if defined(MSG_NOSIGNAL)
    return send(socket, bytes, count, MSG_NOSIGNAL);
#else
    return send(socket, bytes, count, 0);
#endif
}

char **lcgv_worker_environment(void) {
#if defined(__APPLE__)
    return *_NSGetEnviron();
#else
    return environ;
#endif
}

ssize_t lcgv_worker_receive(int socket, void *bytes, size_t count) {
    ssize_t result;
    do result = read(socket, bytes, count);
    while (result < 0 && errno == EINTR);
    return result;
}
