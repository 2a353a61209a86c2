"""The graphs of make_reference.py: small, named, all drawn from fixed seeds with Python's own generator."""
import itertools
import random

import networkx as nx


def graph(nodes, edges, directed=False):
    """A simple graph on the nodes 0..<nodes."""
    g = nx.DiGraph() if directed else nx.Graph()
    g.add_nodes_from(range(nodes))
    g.add_edges_from(edges)
    return g


def numbered(g):
    """`g` with its nodes renamed 0..<n in their present order; the old names are kept as labels."""
    names = list(g.nodes)
    number = {name: i for i, name in enumerate(names)}
    result = graph(len(names), ((number[u], number[v]) for u, v in g.edges), g.is_directed())
    if any(isinstance(name, str) for name in names):
        result.graph["labels"] = names
    return result


def gnp(n, p, seed, directed=False, loops=0):
    """Each possible edge with probability `p`; then `loops` self-loops on random nodes."""
    rng = random.Random(seed)
    pairs = itertools.permutations(range(n), 2) if directed else itertools.combinations(range(n), 2)
    g = graph(n, [pair for pair in pairs if rng.random() < p], directed)
    g.add_edges_from((v, v) for v in rng.sample(range(n), loops))
    return g


def random_dag(n, p, seed):
    """Arcs only from a node to one later in a random order."""
    rng = random.Random(seed)
    order = list(range(n))
    rng.shuffle(order)
    return graph(n, [(order[i], order[j]) for i, j in itertools.combinations(range(n), 2) if rng.random() < p], True)


def random_tree(n, seed):
    """Each node hangs on one that came before it."""
    rng = random.Random(seed)
    return graph(n, [(rng.randrange(v), v) for v in range(1, n)])


def with_chords(g, more, seed):
    """`more` further edges between random nodes."""
    rng = random.Random(seed)
    g.add_edges_from([rng.sample(range(g.number_of_nodes()), 2) for _ in range(more)])
    return g


def tournament(n, seed):
    rng = random.Random(seed)
    return graph(n, [pair if rng.random() < 0.5 else pair[::-1] for pair in itertools.combinations(range(n), 2)], True)


def sorted_edges(g):
    """Both ends of each edge; the smaller node first where edges have no direction."""
    return sorted((u, v) if g.is_directed() or u <= v else (v, u) for u, v in g.edges)


def weighted(g, seed, draw):
    rng = random.Random(seed)
    for u, v in sorted_edges(g):
        g[u][v]["weight"] = draw(rng)
    return g


def integers(low, high):
    return lambda rng: rng.randint(low, high)


def thousandths(rng):
    return rng.randrange(100, 5000) / 1000


def cycle(n, first=0):
    return [(first + i, first + (i + 1) % n) for i in range(n)]


def complete(n, first=0):
    return list(itertools.combinations(range(first, first + n), 2))


def grid(rows, columns):
    """Node r * columns + c stands in row r, column c."""
    across = [(v, v + 1) for v in range(rows * columns) if (v + 1) % columns]
    down = [(v, v + columns) for v in range((rows - 1) * columns)]
    return graph(rows * columns, across + down)


def graphs():
    """Name, what it is there to show, graph."""
    # Undirected, named.
    yield "single-node", "one node, no edge", graph(1, [])
    yield "edgeless", "three nodes, no edge", graph(3, [])
    yield "one-edge", "the smallest path", graph(2, [(0, 1)])
    yield "path", "bipartite; every inner node is an articulation point", graph(8, [(i, i + 1) for i in range(7)])
    yield "odd-cycle", "no articulation point, no bridge", graph(7, cycle(7))
    yield "even-cycle", "bipartite; two shortest paths to the opposite node", graph(8, cycle(8))
    yield "star", "one hub", graph(9, [(0, i) for i in range(1, 9)])
    yield "complete", "everyone knows everyone", graph(6, complete(6))
    yield "complete-bipartite", "3 + 4", graph(7, [(i, 3 + j) for i in range(3) for j in range(4)])
    yield "wheel", "hub and rim", graph(9, [(0, i) for i in range(1, 9)] + cycle(8, 1))
    yield "grid", "4 x 5, many shortest paths", grid(4, 5)
    yield "hypercube", "dimension 4, all nodes alike", numbered(nx.hypercube_graph(4))
    yield "petersen", "all nodes alike, girth 5", numbered(nx.petersen_graph())
    yield "barbell", "two cliques and a path between them", numbered(nx.barbell_graph(5, 3))
    yield "balanced-tree", "binary, height 3", numbered(nx.balanced_tree(2, 3))
    yield "random-tree", "every edge a bridge", random_tree(20, 31)
    yield "cactus", "cycles that share single nodes, and pendants", graph(
        12, cycle(4) + [(0, 4), (4, 5), (5, 0), (5, 6), (6, 7), (7, 8), (8, 6), (8, 9), (2, 10), (10, 11)])
    yield "two-triangles", "disconnected, equal components", graph(6, cycle(3) + cycle(3, 3))
    yield "islands", "disconnected: K4, a triangle, an edge, an isolated node", graph(
        10, complete(4) + cycle(3, 4) + [(7, 8)])
    # Undirected, famous.
    yield "krackhardt-kite", "Krackhardt 1990: degree, betweenness and closeness each pick another node", numbered(
        nx.krackhardt_kite_graph())
    yield "florentine-families", "Padgett and Ansell 1993, marriages of the Florentine families", numbered(
        nx.florentine_families_graph())
    yield "karate-club", "Zachary 1977, unweighted", numbered(nx.karate_club_graph())
    # Undirected, random.
    for seed in (1, 2, 3):
        yield f"gnp-sparse-{seed}", "G(25, 0.06), disconnected", gnp(25, 0.06, seed)
    for seed in (4, 5):
        yield f"gnp-medium-{seed}", "G(24, 0.15)", gnp(24, 0.15, seed)
    for seed in (6, 7):
        yield f"gnp-dense-{seed}", "G(16, 0.5)", gnp(16, 0.5, seed)
    for seed in (8, 9):
        yield f"gnp-loops-{seed}", "G(15, 0.2) and four self-loops", gnp(15, 0.2, seed, loops=4)
    # Directed, named.
    yield "directed-path", "acyclic", graph(6, [(i, i + 1) for i in range(5)], True)
    yield "directed-cycle", "all nodes alike, period 7", graph(7, cycle(7), True)
    yield "out-star", "the hub points to all", graph(6, [(0, i) for i in range(1, 6)], True)
    yield "in-star", "all point to the hub", graph(6, [(i, 0) for i in range(1, 6)], True)
    yield "directed-complete", "every arc and its reverse", graph(5, itertools.permutations(range(5), 2), True)
    yield "out-tree", "rooted, height 3", graph(15, [((v - 1) // 2, v) for v in range(1, 15)], True)
    yield "diamonds", "four diamonds in a row: 16 shortest paths", graph(
        13, [a for i in range(0, 12, 3) for a in ((i, i + 1), (i, i + 2), (i + 1, i + 3), (i + 2, i + 3))], True)
    yield "two-cycles-joined", "two equal cycles, one leads to the other: no eigenvector of the first", graph(
        6, cycle(3) + cycle(3, 3) + [(0, 3)], True)
    yield "directed-islands", "disconnected: a clique with tails, a cycle, an arc, an isolated node", graph(
        13, list(itertools.permutations(range(3), 2)) + [(2, 3), (3, 4), (5, 0)] + cycle(4, 6) + [(10, 11)], True)
    yield "directed-bipartite", "strongly connected with period 2", graph(
        8, cycle(8) + [(1, 4), (3, 0), (6, 3)], True)
    yield "mixed", "reciprocal pairs among single arcs", graph(
        9, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 2), (3, 4), (4, 1), (4, 5), (5, 6), (6, 5), (6, 7), (8, 0)], True)
    yield "tournament", "an arc between any two", tournament(9, 12)
    # Directed, random.
    for seed in (21, 22):
        yield f"dag-{seed}", "acyclic", random_dag(18, 0.18, seed)
    for seed in (23, 24, 25):
        yield f"digraph-sparse-{seed}", "G(24, 0.05)", gnp(24, 0.05, seed, True)
    for seed in (26, 27):
        yield f"digraph-medium-{seed}", "G(20, 0.12)", gnp(20, 0.12, seed, True)
    for seed in (28, 29):
        yield f"digraph-dense-{seed}", "G(12, 0.5)", gnp(12, 0.5, seed, True)
    for seed in (30, 31):
        yield f"digraph-loops-{seed}", "G(15, 0.12) and four self-loops", gnp(15, 0.12, seed, True, loops=4)
    # Larger than a machine word of nodes has bits, and than 512 lanes of a many-source search.
    yield "large-graph", "G(300, 0.008), disconnected", gnp(300, 0.008, 32)
    yield "large-digraph", "G(300, 0.008)", gnp(300, 0.008, 33, True)
    yield "large-trees", "600 nodes: a tree and 60 more edges, many blocks", with_chords(random_tree(600, 34), 60, 35)
    # Weighted.
    yield "weighted-grid", "4 x 4, weights 1..3: many ties", weighted(grid(4, 4), 41, integers(1, 3))
    yield "weighted-graph", "weights 1..9", weighted(gnp(11, 0.35, 42), 42, integers(1, 9))
    yield "weighted-digraph", "weights 1..9", weighted(gnp(11, 0.3, 43, True), 43, integers(1, 9))
    yield "weighted-real", "weights in thousandths, no ties", weighted(gnp(11, 0.35, 44), 44, thousandths)
    yield "weighted-real-digraph", "weights in thousandths, no ties", weighted(gnp(11, 0.3, 45, True), 45, thousandths)
    yield "weighted-zero", "weights 0..2, self-loops", weighted(gnp(10, 0.28, 46, True, loops=2), 46, integers(0, 2))
