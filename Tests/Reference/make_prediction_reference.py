#!/usr/bin/env python3
"""What NetworkX, scikit-learn and SciPy say of similarity, of rankings and of backbones: prediction.json.

Usage, from the repository root, with the environment of make_reference.py and `pip install scikit-learn scipy`:
    .build/reference/bin/python Tests/Reference/make_prediction_reference.py            # write prediction.json
    .build/reference/bin/python Tests/Reference/make_prediction_reference.py --check    # recompute, compare

README.md beside this file names the fields.
"""
import argparse
import json
import random
import sys
from pathlib import Path

import networkx as nx
import numpy as np
import scipy
import sklearn
from networkx.algorithms import similarity
from scipy.integrate import quad
from sklearn.metrics import average_precision_score, roc_auc_score

HERE = Path(__file__).resolve().parent
SIMRANK_NODES = 40  # larger graphs would make the file large


def load(name):
    return json.loads((HERE / "graphs" / f"{name}.json").read_text())


def as_networkx(data):
    g = nx.DiGraph() if data["directed"] else nx.Graph()
    g.add_nodes_from(range(data["nodes"]))
    g.add_edges_from(data["edges"])
    return g


def simrank(data):
    """All pairs at importance factor 0.8, row by row; weights do not count."""
    n = data["nodes"]
    # simrank_similarity itself calls NumPy's allclose, which stops at a relative change of 1e-5 whatever the tolerance.
    values = similarity._simrank_similarity_python(
        as_networkx(data), importance_factor=0.8, max_iterations=10_000, tolerance=1e-13)
    return [[float(values[u][v]) for v in range(n)] for u in range(n)]


def integral(share, count):
    """The probability that a share of a unit divided at random among so many is at least so large, by quadrature."""
    if count < 2:
        return 1.0
    value, _ = quad(lambda x: (count - 1) * (1 - x) ** (count - 2), share, 1, epsabs=1e-14, epsrel=1e-13)
    return value


def disparity(data):
    """One pair of p-values an edge, seen from its first and from its second node."""
    ends, weights = data["edges"], data["weights"]
    leaving, reaching = {}, {}
    for (u, v), w in zip(ends, weights):
        if u == v or w == 0:
            continue
        leaving.setdefault(u, []).append(w)
        (reaching if data["directed"] else leaving).setdefault(v, []).append(w)
    result = []
    for (u, v), w in zip(ends, weights):
        if u == v:
            result.append(None)
            continue
        seen = []
        for weightsThere in (leaving.get(u, []), (reaching if data["directed"] else leaving).get(v, [])):
            seen.append(integral(w / sum(weightsThere), len(weightsThere)) if w > 0 else 1.0)
        result.append(seen)
    return result


def delong(positives, negatives):
    """The standard error of the area by its definition, a matrix of comparisons."""
    if len(positives) < 2 or len(negatives) < 2:
        return None
    wins = np.array([[1.0 if p > q else 0.5 if p == q else 0.0 for q in negatives] for p in positives])
    one, other = wins.mean(axis=1), wins.mean(axis=0)
    return float(np.sqrt(one.var(ddof=1) / len(positives) + other.var(ddof=1) / len(negatives)))


def expected_precision(positives, negatives, k):
    """Precision of the best k, averaged over orders of ties by the hypergeometric mean."""
    marked = [(s, 1) for s in positives] + [(s, 0) for s in negatives]
    k = min(k, len(marked))
    hits, left = 0.0, k
    for score in sorted({s for s, _ in marked}, reverse=True):
        group = [y for s, y in marked if s == score]
        taken = min(left, len(group))
        hits += sum(group) * taken / len(group)
        left -= taken
    return hits / k


def rankings():
    """Scores of what is true and what is not, with and without ties."""
    numbers = random.Random(20)
    cases = []
    for case in range(40):
        kinds = [lambda: numbers.random(), lambda: numbers.randrange(5), lambda: round(numbers.gauss(0, 1), 1),
                 lambda: 1.0]
        draw = kinds[case % 4]
        positives = [round(float(draw()) + (0.3 if case % 3 == 0 else 0), 9) for _ in range(numbers.randint(1, 30))]
        negatives = [round(float(draw()), 9) for _ in range(numbers.randint(1, 60))]
        truth = [1] * len(positives) + [0] * len(negatives)
        cases.append({
            "positives": positives,
            "negatives": negatives,
            "rocAUC": float(roc_auc_score(truth, positives + negatives)),
            "averagePrecision": float(average_precision_score(truth, positives + negatives)),
            "standardError": delong(positives, negatives),
            "precisionAt5": expected_precision(positives, negatives, 5),
        })
    return cases


def document():
    names = json.loads((HERE / "index.json").read_text())["graphs"]
    graphs = {}
    for name in names:
        data = load(name)
        entry = {}
        if 0 < data["nodes"] <= SIMRANK_NODES:
            entry["simRank"] = simrank(data)
        if data.get("weights"):
            entry["disparity"] = disparity(data)
        if entry:
            graphs[name] = entry
    return {
        "versions": {"networkx": nx.__version__, "scikit-learn": sklearn.__version__, "scipy": scipy.__version__},
        "rankings": rankings(),
        "graphs": graphs,
    }


def text(found):
    def row(value):
        return json.dumps(json.loads(json.dumps(value), parse_float=lambda s: float(f"{float(s):.13g}")),
                          separators=(",", ":"))
    lines = ["{", f'"versions": {row(found["versions"])},', '"rankings": [']
    lines.append(",\n".join(row(case) for case in found["rankings"]))
    lines.append('],\n"graphs": {')
    lines.append(",\n".join(f"{json.dumps(name)}: {row(entry)}" for name, entry in found["graphs"].items()))
    lines.append("}\n}\n")
    return "\n".join(lines)


def same(a, b):
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, float) or isinstance(b, float):
        return a is not None and b is not None and abs(a - b) <= 1e-10 * max(1, abs(a))
    return a == b


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="recompute and compare")
    arguments = parser.parse_args()
    file = HERE / "prediction.json"
    found = text(document())
    if arguments.check:
        ours, theirs = json.loads(found), json.loads(file.read_text())
        matches = all(same(ours[key], theirs[key]) for key in ("rankings", "graphs"))
        print("as committed" if matches else "differs from what is committed")
        sys.exit(0 if matches else 1)
    file.write_text(found)


if __name__ == "__main__":
    main()
