#!/bin/sh
# Makes graphs in Benchmarks/data (make_data.py names them; by default those that are not there yet of kron16, kron18
# and mid) and, for it and for the comparisons, a Python environment with the peers in .build/peers.
# Usage: Benchmarks/make_data.sh [NAME...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python="$here/../.build/peers/bin/python"
if [ ! -x "$python" ]; then
    python3 -m venv "$here/../.build/peers"
    "$python" -m pip install --quiet --requirement "$here/requirements.txt"
fi
[ $# -gt 0 ] || set -- --missing kron16 kron18 mid
exec "$python" "$here/make_data.py" "$@"
