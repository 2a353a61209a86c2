graph [
  directed 1
  node [ id 1 label Anna ]
  node [ label "nobody" ]
  node [ id 1 ]
  edge [ source 1 ]
  edge [ source 1 target 2 weight 99999999999999999999 ]
  edge [ source 1 target 1 label "loop ]
]
