#!/bin/sh
# Makes Benchmarks/data/kron16.* and kron18.* (deterministic R-MAT graphs) and, for it and for the comparisons, a
# Python environment with the peers in .build/peers. Usage: Benchmarks/make_data.sh [SCALE...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python="$here/../.build/peers/bin/python"
if [ ! -x "$python" ]; then
    python3 -m venv "$here/../.build/peers"
    "$python" -m pip install --quiet --requirement "$here/requirements.txt"
fi
[ $# -gt 0 ] || set -- 16 18
exec "$python" "$here/make_data.py" "$@"
