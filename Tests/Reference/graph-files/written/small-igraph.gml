Creator "igraph version 1.0.0 Sat Nov 28 09:19:35 2026"
Version 1
graph
[
  directed 0
  node
  [
    id 0
    name "w"
    age 1
  ]
  node
  [
    id 1
    name "x"
    age 2.5
  ]
  node
  [
    id 2
    name "y"
    age 3
  ]
  node
  [
    id 3
    name "z"
    age 4
  ]
  edge
  [
    source 1
    target 0
    weight 1
    name "p"
  ]
  edge
  [
    source 2
    target 1
    weight 2
    name "q"
  ]
  edge
  [
    source 3
    target 2
    weight 0.5
    name "r"
  ]
  edge
  [
    source 3
    target 3
    weight 4
    name "s"
  ]
  edge
  [
    source 1
    target 0
    weight 5
    name "t"
  ]
]
