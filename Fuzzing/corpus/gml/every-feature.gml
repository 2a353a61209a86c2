Creator "me" # a comment
Version 1
graph [
  directed 1
  multigraph 1
  comment "Two &#228; &quot;states&quot;"
  title "T"
  node [ id 1 label "Afghanistan" kind "State" aliases "[&quot;A&quot;,&quot;B&quot;]" graphics [ x 1.5 y -2.0E+3 fill "#FF0000" ] ]
  node [ id 2 label "TTP" kind "Actor" tag "one" tag "two" strength +400 big 9999999999999999999 ]
  node [ id 3 label unquoted inf INF nan NAN ]
  edge [ source 1 target 2 relation "hosts" valid "2021/.." claims "[{&quot;claimant&quot;:{&quot;name&quot;:&quot;UN&quot;}}]" value 2.5 ]
  edge [ source 2 target 3 label "rivals" directed 0 key 1 ]
  edge [ source 3 target 3 ]
]
