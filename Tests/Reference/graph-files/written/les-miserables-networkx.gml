graph [
  multigraph 1
  node [
    id 0
    label "Napoleon"
  ]
  node [
    id 1
    label "Myriel"
  ]
  node [
    id 2
    label "MlleBaptistine"
  ]
  node [
    id 3
    label "MmeMagloire"
  ]
  node [
    id 4
    label "CountessDeLo"
  ]
  node [
    id 5
    label "Geborand"
  ]
  node [
    id 6
    label "Champtercier"
  ]
  node [
    id 7
    label "Cravatte"
  ]
  node [
    id 8
    label "Count"
  ]
  node [
    id 9
    label "OldMan"
  ]
  node [
    id 10
    label "Valjean"
  ]
  node [
    id 11
    label "Labarre"
  ]
  node [
    id 12
    label "Marguerite"
  ]
  node [
    id 13
    label "MmeDeR"
  ]
  node [
    id 14
    label "Isabeau"
  ]
  node [
    id 15
    label "Gervais"
  ]
  node [
    id 16
    label "Fantine"
  ]
  node [
    id 17
    label "MmeThenardier"
  ]
  node [
    id 18
    label "Thenardier"
  ]
  node [
    id 19
    label "Cosette"
  ]
  node [
    id 20
    label "Javert"
  ]
  node [
    id 21
    label "Fauchelevent"
  ]
  node [
    id 22
    label "Bamatabois"
  ]
  node [
    id 23
    label "Simplice"
  ]
  node [
    id 24
    label "Scaufflaire"
  ]
  node [
    id 25
    label "Woman1"
  ]
  node [
    id 26
    label "Judge"
  ]
  node [
    id 27
    label "Champmathieu"
  ]
  node [
    id 28
    label "Brevet"
  ]
  node [
    id 29
    label "Chenildieu"
  ]
  node [
    id 30
    label "Cochepaille"
  ]
  node [
    id 31
    label "Woman2"
  ]
  node [
    id 32
    label "MotherInnocent"
  ]
  node [
    id 33
    label "Gavroche"
  ]
  node [
    id 34
    label "Gillenormand"
  ]
  node [
    id 35
    label "MlleGillenormand"
  ]
  node [
    id 36
    label "Marius"
  ]
  node [
    id 37
    label "Enjolras"
  ]
  node [
    id 38
    label "Bossuet"
  ]
  node [
    id 39
    label "Gueulemer"
  ]
  node [
    id 40
    label "Babet"
  ]
  node [
    id 41
    label "Claquesous"
  ]
  node [
    id 42
    label "Montparnasse"
  ]
  node [
    id 43
    label "Toussaint"
  ]
  node [
    id 44
    label "Listolier"
  ]
  node [
    id 45
    label "Tholomyes"
  ]
  node [
    id 46
    label "Fameuil"
  ]
  node [
    id 47
    label "Blacheville"
  ]
  node [
    id 48
    label "Favourite"
  ]
  node [
    id 49
    label "Dahlia"
  ]
  node [
    id 50
    label "Zephine"
  ]
  node [
    id 51
    label "Perpetue"
  ]
  node [
    id 52
    label "Eponine"
  ]
  node [
    id 53
    label "Anzelma"
  ]
  node [
    id 54
    label "Magnon"
  ]
  node [
    id 55
    label "Pontmercy"
  ]
  node [
    id 56
    label "Boulatruelle"
  ]
  node [
    id 57
    label "Brujon"
  ]
  node [
    id 58
    label "LtGillenormand"
  ]
  node [
    id 59
    label "Gribier"
  ]
  node [
    id 60
    label "MmePontmercy"
  ]
  node [
    id 61
    label "Mabeuf"
  ]
  node [
    id 62
    label "Courfeyrac"
  ]
  node [
    id 63
    label "MmeBurgon"
  ]
  node [
    id 64
    label "Jondrette"
  ]
  node [
    id 65
    label "Combeferre"
  ]
  node [
    id 66
    label "Prouvaire"
  ]
  node [
    id 67
    label "Feuilly"
  ]
  node [
    id 68
    label "Bahorel"
  ]
  node [
    id 69
    label "Joly"
  ]
  node [
    id 70
    label "Grantaire"
  ]
  node [
    id 71
    label "Child1"
  ]
  node [
    id 72
    label "Child2"
  ]
  node [
    id 73
    label "MmeHucheloup"
  ]
  node [
    id 74
    label "BaronessT"
  ]
  node [
    id 75
    label "MlleVaubois"
  ]
  node [
    id 76
    label "MotherPlutarch"
  ]
  edge [
    source 0
    target 1
    key 0
    weight 1.0
  ]
  edge [
    source 1
    target 2
    key 0
    weight 8.0
  ]
  edge [
    source 1
    target 3
    key 0
    weight 10.0
  ]
  edge [
    source 1
    target 4
    key 0
    weight 1.0
  ]
  edge [
    source 1
    target 5
    key 0
    weight 1.0
  ]
  edge [
    source 1
    target 6
    key 0
    weight 1.0
  ]
  edge [
    source 1
    target 7
    key 0
    weight 1.0
  ]
  edge [
    source 1
    target 8
    key 0
    weight 2.0
  ]
  edge [
    source 1
    target 9
    key 0
    weight 1.0
  ]
  edge [
    source 1
    target 10
    key 0
    weight 5.0
  ]
  edge [
    source 2
    target 3
    key 0
    weight 6.0
  ]
  edge [
    source 2
    target 10
    key 0
    weight 3.0
  ]
  edge [
    source 3
    target 10
    key 0
    weight 3.0
  ]
  edge [
    source 10
    target 11
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 12
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 13
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 14
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 15
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 16
    key 0
    weight 9.0
  ]
  edge [
    source 10
    target 17
    key 0
    weight 7.0
  ]
  edge [
    source 10
    target 18
    key 0
    weight 12.0
  ]
  edge [
    source 10
    target 19
    key 0
    weight 31.0
  ]
  edge [
    source 10
    target 20
    key 0
    weight 17.0
  ]
  edge [
    source 10
    target 21
    key 0
    weight 8.0
  ]
  edge [
    source 10
    target 22
    key 0
    weight 2.0
  ]
  edge [
    source 10
    target 23
    key 0
    weight 3.0
  ]
  edge [
    source 10
    target 24
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 25
    key 0
    weight 2.0
  ]
  edge [
    source 10
    target 26
    key 0
    weight 3.0
  ]
  edge [
    source 10
    target 27
    key 0
    weight 3.0
  ]
  edge [
    source 10
    target 28
    key 0
    weight 2.0
  ]
  edge [
    source 10
    target 29
    key 0
    weight 2.0
  ]
  edge [
    source 10
    target 30
    key 0
    weight 2.0
  ]
  edge [
    source 10
    target 31
    key 0
    weight 3.0
  ]
  edge [
    source 10
    target 32
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 33
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 34
    key 0
    weight 2.0
  ]
  edge [
    source 10
    target 35
    key 0
    weight 2.0
  ]
  edge [
    source 10
    target 36
    key 0
    weight 19.0
  ]
  edge [
    source 10
    target 37
    key 0
    weight 4.0
  ]
  edge [
    source 10
    target 38
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 39
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 40
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 41
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 42
    key 0
    weight 1.0
  ]
  edge [
    source 10
    target 43
    key 0
    weight 1.0
  ]
  edge [
    source 12
    target 16
    key 0
    weight 2.0
  ]
  edge [
    source 16
    target 44
    key 0
    weight 3.0
  ]
  edge [
    source 16
    target 45
    key 0
    weight 3.0
  ]
  edge [
    source 16
    target 46
    key 0
    weight 3.0
  ]
  edge [
    source 16
    target 47
    key 0
    weight 3.0
  ]
  edge [
    source 16
    target 48
    key 0
    weight 4.0
  ]
  edge [
    source 16
    target 49
    key 0
    weight 4.0
  ]
  edge [
    source 16
    target 50
    key 0
    weight 4.0
  ]
  edge [
    source 16
    target 17
    key 0
    weight 2.0
  ]
  edge [
    source 16
    target 18
    key 0
    weight 1.0
  ]
  edge [
    source 16
    target 20
    key 0
    weight 5.0
  ]
  edge [
    source 16
    target 22
    key 0
    weight 1.0
  ]
  edge [
    source 16
    target 51
    key 0
    weight 1.0
  ]
  edge [
    source 16
    target 23
    key 0
    weight 2.0
  ]
  edge [
    source 17
    target 18
    key 0
    weight 13.0
  ]
  edge [
    source 17
    target 19
    key 0
    weight 4.0
  ]
  edge [
    source 17
    target 20
    key 0
    weight 1.0
  ]
  edge [
    source 17
    target 52
    key 0
    weight 2.0
  ]
  edge [
    source 17
    target 53
    key 0
    weight 1.0
  ]
  edge [
    source 17
    target 54
    key 0
    weight 1.0
  ]
  edge [
    source 17
    target 39
    key 0
    weight 1.0
  ]
  edge [
    source 17
    target 40
    key 0
    weight 1.0
  ]
  edge [
    source 17
    target 41
    key 0
    weight 1.0
  ]
  edge [
    source 18
    target 19
    key 0
    weight 1.0
  ]
  edge [
    source 18
    target 20
    key 0
    weight 5.0
  ]
  edge [
    source 18
    target 55
    key 0
    weight 1.0
  ]
  edge [
    source 18
    target 56
    key 0
    weight 1.0
  ]
  edge [
    source 18
    target 52
    key 0
    weight 3.0
  ]
  edge [
    source 18
    target 53
    key 0
    weight 2.0
  ]
  edge [
    source 18
    target 33
    key 0
    weight 1.0
  ]
  edge [
    source 18
    target 36
    key 0
    weight 2.0
  ]
  edge [
    source 18
    target 39
    key 0
    weight 5.0
  ]
  edge [
    source 18
    target 40
    key 0
    weight 6.0
  ]
  edge [
    source 18
    target 41
    key 0
    weight 4.0
  ]
  edge [
    source 18
    target 42
    key 0
    weight 1.0
  ]
  edge [
    source 18
    target 57
    key 0
    weight 3.0
  ]
  edge [
    source 19
    target 45
    key 0
    weight 1.0
  ]
  edge [
    source 19
    target 20
    key 0
    weight 1.0
  ]
  edge [
    source 19
    target 31
    key 0
    weight 1.0
  ]
  edge [
    source 19
    target 34
    key 0
    weight 3.0
  ]
  edge [
    source 19
    target 35
    key 0
    weight 2.0
  ]
  edge [
    source 19
    target 58
    key 0
    weight 1.0
  ]
  edge [
    source 19
    target 36
    key 0
    weight 21.0
  ]
  edge [
    source 19
    target 43
    key 0
    weight 2.0
  ]
  edge [
    source 20
    target 21
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 22
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 23
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 25
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 31
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 33
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 37
    key 0
    weight 6.0
  ]
  edge [
    source 20
    target 39
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 40
    key 0
    weight 2.0
  ]
  edge [
    source 20
    target 41
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 42
    key 0
    weight 1.0
  ]
  edge [
    source 20
    target 43
    key 0
    weight 1.0
  ]
  edge [
    source 21
    target 32
    key 0
    weight 3.0
  ]
  edge [
    source 21
    target 59
    key 0
    weight 2.0
  ]
  edge [
    source 22
    target 26
    key 0
    weight 2.0
  ]
  edge [
    source 22
    target 27
    key 0
    weight 2.0
  ]
  edge [
    source 22
    target 28
    key 0
    weight 1.0
  ]
  edge [
    source 22
    target 29
    key 0
    weight 1.0
  ]
  edge [
    source 22
    target 30
    key 0
    weight 1.0
  ]
  edge [
    source 23
    target 51
    key 0
    weight 2.0
  ]
  edge [
    source 26
    target 27
    key 0
    weight 3.0
  ]
  edge [
    source 26
    target 28
    key 0
    weight 2.0
  ]
  edge [
    source 26
    target 29
    key 0
    weight 2.0
  ]
  edge [
    source 26
    target 30
    key 0
    weight 2.0
  ]
  edge [
    source 27
    target 28
    key 0
    weight 2.0
  ]
  edge [
    source 27
    target 29
    key 0
    weight 2.0
  ]
  edge [
    source 27
    target 30
    key 0
    weight 2.0
  ]
  edge [
    source 28
    target 29
    key 0
    weight 2.0
  ]
  edge [
    source 28
    target 30
    key 0
    weight 2.0
  ]
  edge [
    source 29
    target 30
    key 0
    weight 2.0
  ]
  edge [
    source 33
    target 63
    key 0
    weight 2.0
  ]
  edge [
    source 33
    target 36
    key 0
    weight 4.0
  ]
  edge [
    source 33
    target 61
    key 0
    weight 1.0
  ]
  edge [
    source 33
    target 37
    key 0
    weight 7.0
  ]
  edge [
    source 33
    target 65
    key 0
    weight 6.0
  ]
  edge [
    source 33
    target 66
    key 0
    weight 1.0
  ]
  edge [
    source 33
    target 67
    key 0
    weight 2.0
  ]
  edge [
    source 33
    target 62
    key 0
    weight 7.0
  ]
  edge [
    source 33
    target 68
    key 0
    weight 5.0
  ]
  edge [
    source 33
    target 38
    key 0
    weight 5.0
  ]
  edge [
    source 33
    target 69
    key 0
    weight 3.0
  ]
  edge [
    source 33
    target 70
    key 0
    weight 1.0
  ]
  edge [
    source 33
    target 39
    key 0
    weight 1.0
  ]
  edge [
    source 33
    target 40
    key 0
    weight 1.0
  ]
  edge [
    source 33
    target 42
    key 0
    weight 1.0
  ]
  edge [
    source 33
    target 71
    key 0
    weight 2.0
  ]
  edge [
    source 33
    target 72
    key 0
    weight 2.0
  ]
  edge [
    source 33
    target 57
    key 0
    weight 1.0
  ]
  edge [
    source 33
    target 73
    key 0
    weight 1.0
  ]
  edge [
    source 34
    target 54
    key 0
    weight 1.0
  ]
  edge [
    source 34
    target 35
    key 0
    weight 9.0
  ]
  edge [
    source 34
    target 58
    key 0
    weight 1.0
  ]
  edge [
    source 34
    target 36
    key 0
    weight 12.0
  ]
  edge [
    source 34
    target 74
    key 0
    weight 1.0
  ]
  edge [
    source 35
    target 60
    key 0
    weight 1.0
  ]
  edge [
    source 35
    target 75
    key 0
    weight 1.0
  ]
  edge [
    source 35
    target 58
    key 0
    weight 2.0
  ]
  edge [
    source 35
    target 36
    key 0
    weight 6.0
  ]
  edge [
    source 36
    target 45
    key 0
    weight 1.0
  ]
  edge [
    source 36
    target 55
    key 0
    weight 1.0
  ]
  edge [
    source 36
    target 52
    key 0
    weight 5.0
  ]
  edge [
    source 36
    target 58
    key 0
    weight 1.0
  ]
  edge [
    source 36
    target 74
    key 0
    weight 1.0
  ]
  edge [
    source 36
    target 61
    key 0
    weight 1.0
  ]
  edge [
    source 36
    target 37
    key 0
    weight 7.0
  ]
  edge [
    source 36
    target 65
    key 0
    weight 5.0
  ]
  edge [
    source 36
    target 67
    key 0
    weight 1.0
  ]
  edge [
    source 36
    target 62
    key 0
    weight 9.0
  ]
  edge [
    source 36
    target 68
    key 0
    weight 1.0
  ]
  edge [
    source 36
    target 38
    key 0
    weight 5.0
  ]
  edge [
    source 36
    target 69
    key 0
    weight 2.0
  ]
  edge [
    source 37
    target 61
    key 0
    weight 1.0
  ]
  edge [
    source 37
    target 65
    key 0
    weight 15.0
  ]
  edge [
    source 37
    target 66
    key 0
    weight 4.0
  ]
  edge [
    source 37
    target 67
    key 0
    weight 6.0
  ]
  edge [
    source 37
    target 62
    key 0
    weight 17.0
  ]
  edge [
    source 37
    target 68
    key 0
    weight 4.0
  ]
  edge [
    source 37
    target 38
    key 0
    weight 10.0
  ]
  edge [
    source 37
    target 69
    key 0
    weight 5.0
  ]
  edge [
    source 37
    target 70
    key 0
    weight 3.0
  ]
  edge [
    source 37
    target 41
    key 0
    weight 1.0
  ]
  edge [
    source 37
    target 73
    key 0
    weight 1.0
  ]
  edge [
    source 38
    target 61
    key 0
    weight 1.0
  ]
  edge [
    source 38
    target 65
    key 0
    weight 9.0
  ]
  edge [
    source 38
    target 66
    key 0
    weight 2.0
  ]
  edge [
    source 38
    target 67
    key 0
    weight 6.0
  ]
  edge [
    source 38
    target 62
    key 0
    weight 12.0
  ]
  edge [
    source 38
    target 68
    key 0
    weight 4.0
  ]
  edge [
    source 38
    target 69
    key 0
    weight 7.0
  ]
  edge [
    source 38
    target 70
    key 0
    weight 3.0
  ]
  edge [
    source 38
    target 73
    key 0
    weight 1.0
  ]
  edge [
    source 39
    target 52
    key 0
    weight 1.0
  ]
  edge [
    source 39
    target 40
    key 0
    weight 6.0
  ]
  edge [
    source 39
    target 41
    key 0
    weight 4.0
  ]
  edge [
    source 39
    target 42
    key 0
    weight 2.0
  ]
  edge [
    source 39
    target 57
    key 0
    weight 3.0
  ]
  edge [
    source 40
    target 52
    key 0
    weight 1.0
  ]
  edge [
    source 40
    target 41
    key 0
    weight 4.0
  ]
  edge [
    source 40
    target 42
    key 0
    weight 2.0
  ]
  edge [
    source 40
    target 57
    key 0
    weight 3.0
  ]
  edge [
    source 41
    target 52
    key 0
    weight 1.0
  ]
  edge [
    source 41
    target 42
    key 0
    weight 2.0
  ]
  edge [
    source 41
    target 57
    key 0
    weight 1.0
  ]
  edge [
    source 42
    target 52
    key 0
    weight 1.0
  ]
  edge [
    source 42
    target 57
    key 0
    weight 1.0
  ]
  edge [
    source 44
    target 45
    key 0
    weight 4.0
  ]
  edge [
    source 44
    target 46
    key 0
    weight 4.0
  ]
  edge [
    source 44
    target 47
    key 0
    weight 4.0
  ]
  edge [
    source 44
    target 48
    key 0
    weight 3.0
  ]
  edge [
    source 44
    target 49
    key 0
    weight 3.0
  ]
  edge [
    source 44
    target 50
    key 0
    weight 3.0
  ]
  edge [
    source 45
    target 46
    key 0
    weight 4.0
  ]
  edge [
    source 45
    target 47
    key 0
    weight 4.0
  ]
  edge [
    source 45
    target 48
    key 0
    weight 3.0
  ]
  edge [
    source 45
    target 49
    key 0
    weight 3.0
  ]
  edge [
    source 45
    target 50
    key 0
    weight 3.0
  ]
  edge [
    source 46
    target 47
    key 0
    weight 4.0
  ]
  edge [
    source 46
    target 48
    key 0
    weight 3.0
  ]
  edge [
    source 46
    target 49
    key 0
    weight 3.0
  ]
  edge [
    source 46
    target 50
    key 0
    weight 3.0
  ]
  edge [
    source 47
    target 48
    key 0
    weight 4.0
  ]
  edge [
    source 47
    target 49
    key 0
    weight 3.0
  ]
  edge [
    source 47
    target 50
    key 0
    weight 3.0
  ]
  edge [
    source 48
    target 49
    key 0
    weight 5.0
  ]
  edge [
    source 48
    target 50
    key 0
    weight 4.0
  ]
  edge [
    source 49
    target 50
    key 0
    weight 4.0
  ]
  edge [
    source 52
    target 53
    key 0
    weight 2.0
  ]
  edge [
    source 52
    target 61
    key 0
    weight 1.0
  ]
  edge [
    source 52
    target 62
    key 0
    weight 1.0
  ]
  edge [
    source 52
    target 57
    key 0
    weight 1.0
  ]
  edge [
    source 55
    target 60
    key 0
    weight 1.0
  ]
  edge [
    source 61
    target 65
    key 0
    weight 2.0
  ]
  edge [
    source 61
    target 67
    key 0
    weight 1.0
  ]
  edge [
    source 61
    target 62
    key 0
    weight 2.0
  ]
  edge [
    source 61
    target 68
    key 0
    weight 2.0
  ]
  edge [
    source 61
    target 69
    key 0
    weight 1.0
  ]
  edge [
    source 61
    target 76
    key 0
    weight 3.0
  ]
  edge [
    source 62
    target 65
    key 0
    weight 13.0
  ]
  edge [
    source 62
    target 66
    key 0
    weight 3.0
  ]
  edge [
    source 62
    target 67
    key 0
    weight 6.0
  ]
  edge [
    source 62
    target 68
    key 0
    weight 6.0
  ]
  edge [
    source 62
    target 69
    key 0
    weight 5.0
  ]
  edge [
    source 62
    target 70
    key 0
    weight 2.0
  ]
  edge [
    source 62
    target 73
    key 0
    weight 1.0
  ]
  edge [
    source 63
    target 64
    key 0
    weight 1.0
  ]
  edge [
    source 65
    target 66
    key 0
    weight 2.0
  ]
  edge [
    source 65
    target 67
    key 0
    weight 5.0
  ]
  edge [
    source 65
    target 68
    key 0
    weight 5.0
  ]
  edge [
    source 65
    target 69
    key 0
    weight 5.0
  ]
  edge [
    source 65
    target 70
    key 0
    weight 1.0
  ]
  edge [
    source 66
    target 67
    key 0
    weight 2.0
  ]
  edge [
    source 66
    target 68
    key 0
    weight 2.0
  ]
  edge [
    source 66
    target 69
    key 0
    weight 2.0
  ]
  edge [
    source 66
    target 70
    key 0
    weight 1.0
  ]
  edge [
    source 67
    target 68
    key 0
    weight 3.0
  ]
  edge [
    source 67
    target 69
    key 0
    weight 5.0
  ]
  edge [
    source 67
    target 70
    key 0
    weight 1.0
  ]
  edge [
    source 68
    target 69
    key 0
    weight 5.0
  ]
  edge [
    source 68
    target 70
    key 0
    weight 1.0
  ]
  edge [
    source 68
    target 73
    key 0
    weight 1.0
  ]
  edge [
    source 69
    target 70
    key 0
    weight 2.0
  ]
  edge [
    source 69
    target 73
    key 0
    weight 1.0
  ]
  edge [
    source 70
    target 73
    key 0
    weight 1.0
  ]
  edge [
    source 71
    target 72
    key 0
    weight 3.0
  ]
]
