#!/usr/bin/env Rscript
# What R's sna and igraph packages say of the graphs of make_reference.py: a third opinion, by other authors.
#
# Usage, from the repository root (Debian: r-cran-sna, r-cran-igraph, r-cran-jsonlite):
#     Rscript Tests/Reference/make_r_reference.R            # write r.json
#     Rscript Tests/Reference/make_r_reference.R --check    # recompute, compare with what is committed
suppressPackageStartupMessages({
    library(jsonlite)
    library(igraph)
})
folder <- file.path("Tests", "Reference")
options(digits = 15)

# The adjacency matrix, rows to columns; both ways where directions do not count.
adjacency <- function(g) {
    a <- matrix(0, g$nodes, g$nodes)
    if (length(g$edges)) {
        e <- matrix(g$edges, ncol = 2) + 1
        a[e] <- 1
        if (!g$directed) a[e[, 2:1, drop = FALSE]] <- 1
    }
    a
}

opinion <- function(name) {
    g <- fromJSON(file.path(folder, "graphs", paste0(name, ".json")))
    a <- adjacency(g)
    loopless <- a
    diag(loopless) <- 0
    mode <- if (g$directed) "digraph" else "graph"
    out <- list(
        # sna leaves paths to and from unreachable nodes out, and counts unordered pairs without directions.
        betweenness = I(sna::betweenness(
            a, gmode = mode, cmode = if (g$directed) "directed" else "undirected")),
        cores = I(sna::kcores(pmax(loopless, t(loopless)), mode = "graph", cmode = "degree")),
        articulationPoints = I(which(sna::cutpoints(
            pmax(loopless, t(loopless)), mode = "graph", return.indicator = TRUE)) - 1)
    )
    if (g$directed && g$nodes > 2) {
        out$triadCensus <- as.list(sna::triad.census(loopless)[1, ])
        out$dyadCensus <- as.list(sna::dyad.census(loopless)[1, ])
    }
    plain <- graph_from_adjacency_matrix(loopless, if (g$directed) "directed" else "undirected")
    if (!g$directed) out$constraint <- I(ifelse(is.nan(constraint(plain)), NA, constraint(plain)))
    if (g$nodes > 1 && g$nodes <= 40) {
        # The correlation of a graph with itself after its nodes have moved on by one: what QAP permutes.
        moved <- loopless[c(2:g$nodes, 1), c(2:g$nodes, 1)]
        # R warns where all pairs or none are linked, and yields none: there is no correlation.
        out$correlationWithMoved <- suppressWarnings(sna::gcor(loopless, moved, mode = mode))
    }
    out
}

names <- fromJSON(file.path(folder, "index.json"))$graphs
found <- lapply(setNames(names, names), opinion)
versions <- list(R = paste(R.version$major, R.version$minor, sep = "."),
                 sna = as.character(packageVersion("sna")), igraph = as.character(packageVersion("igraph")))
lines <- vapply(names, function(n) paste0(toJSON(n, auto_unbox = TRUE), ": ",
    toJSON(found[[n]], digits = 12, auto_unbox = TRUE, na = "null")), "")
document <- paste0("{\n\"versions\": ", toJSON(versions, auto_unbox = TRUE), ",\n\"graphs\": {\n",
                   paste(lines, collapse = ",\n"), "\n}\n}\n")
file <- file.path(folder, "r.json")
if ("--check" %in% commandArgs(TRUE)) {
    same <- isTRUE(all.equal(fromJSON(document)$graphs, fromJSON(file)$graphs, tolerance = 1e-11))
    cat(if (same) "as committed\n" else "differs from what is committed\n")
    quit(status = if (same) 0 else 1)
}
cat(document, file = file)
