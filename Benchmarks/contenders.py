"""Times whole processes beside each other: every round runs each contender once, so that what else the machine does
falls on all of them alike; medians are over rounds."""
import dataclasses
import json
import os
import pathlib
import platform
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


@dataclasses.dataclass
class Run:
    """One process: seconds by the clock, seconds of processor time, peak memory in bytes, what it printed."""
    wall: float
    cpu: float
    memory: int
    output: str


@dataclasses.dataclass
class Contender:
    """A command, and the runs made of it so far; `failure` says why there will be no more."""
    name: str
    command: list
    runs: list = dataclasses.field(default_factory=list)
    failure: str = ""

    def median(self, value=lambda run: run.wall):
        return statistics.median(map(value, self.runs))

    @property
    def shown(self):
        """The command without the folders of this machine."""
        return " ".join(shlex.quote(os.path.basename(word) if os.path.isabs(word) else word) for word in self.command)


class Failure(Exception):
    """A process that did not end with 0."""


def run(command):
    """Runs `command` to its end."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)]
        start = time.perf_counter()
        process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        wall = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        output = out.read().decode(errors="replace")
        if status != 0:
            complaint = (err.read().decode(errors="replace").strip() or "no message").splitlines()
            raise Failure(f"status {os.waitstatus_to_exitcode(status)}: {complaint[-1]}")
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes there, kilobytes elsewhere
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, output)


def race(contenders, rounds, warm=1):
    """`warm` rounds that do not count, then `rounds` that do."""
    for number in range(-warm, rounds):
        for contender in contenders:
            if contender.failure:
                continue
            try:
                result = run(contender.command)
            except (Failure, OSError) as failure:
                contender.failure = str(failure)
                continue
            if number >= 0:
                contender.runs.append(result)
            print(f"{'warm-up' if number < 0 else f'round {number + 1}'} {contender.name}: {result.wall:.3f} s",
                  file=sys.stderr)
    return contenders


def paired_ratio(contender, base, value=lambda run: run.wall):
    """The median over rounds of a `value` of `contender` by the whole process of `base`, or None."""
    if not contender.runs or len(contender.runs) != len(base.runs):
        return None
    return statistics.median(value(a) / b.wall for a, b in zip(contender.runs, base.runs))


def table(header, rows, left=1):
    """A Markdown table; the first `left` columns to the left, numbers to the right."""
    rule = ["---" if i < left else "---:" for i in range(len(header))]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in [header, rule, *rows])


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def memory(contender):
    """Median peak memory. Linux lets a process inherit its parent's peak: what lies below this one's is not seen."""
    unit = 1 if sys.platform == "darwin" else 1024
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    peak = contender.median(lambda run: run.memory)
    return f"{peak / 1e6:.0f} MB" if peak > 1.05 * floor else f"at most {floor / 1e6:.0f} MB"


def first_line(command):
    """What a program says of its version; some say it on standard error."""
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except OSError:
        return "missing"
    lines = (result.stdout + result.stderr).strip().splitlines()
    return lines[0] if lines else "unknown"


def machine():
    """Processor, cores and load of this machine in a line, without its name."""
    model = platform.processor() or platform.machine()
    info = pathlib.Path("/proc/cpuinfo")
    if info.exists():
        model = next((l.split(":", 1)[1].strip() for l in info.read_text().splitlines() if l.startswith("model name")),
                     model)
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, load average {os.getloadavg()[0]:.1f} at the start"


def find(program):
    """The full path of `program`, or None if there is none to run."""
    found = shutil.which(program)
    return os.path.abspath(found) if found else None


def counts(output):
    """(nodes, edges) out of a JSON object."""
    try:
        record = json.loads(output)
        return record["nodes"], record["edges"]
    except (ValueError, KeyError, TypeError):
        return None
