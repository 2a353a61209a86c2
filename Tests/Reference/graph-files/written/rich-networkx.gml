graph [
  directed 1
  multigraph 1
  name "Rich"
  node [
    id 0
    label "a"
    name "&#196; &#34;quoted&#34; &#38; <b>"
    size 3
    weight 0.5
    colour "red"
    flag 1
  ]
  node [
    id 1
    label "b"
    name "&#1041;"
    size -1
    weight 1.E-07
    colour ""
    flag 0
  ]
  node [
    id 2
    label "c d"
    name "&#1578;&#1581;&#1585;&#1740;&#1705;"
    size 0
    weight 2.0
    colour "tab&#9;here"
    flag 1
  ]
  edge [
    source 0
    target 1
    key 0
    weight 1.5
    kind "x"
  ]
  edge [
    source 0
    target 1
    key 1
    weight 2.0
    kind "y"
  ]
  edge [
    source 1
    target 1
    key 0
    weight -3.25
    kind "loop"
  ]
  edge [
    source 2
    target 0
    key 0
    weight 0.0
    kind "z"
  ]
]
