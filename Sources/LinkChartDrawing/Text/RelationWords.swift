/// A relation's or kind's name as words: `memberOf` is "member of", `ArmedGroup` "armed group", `hasIDOf`
/// "has ID of".
func words(ofName name: String) -> String {
    let characters = Array(name)
    var words: [[Character]] = []
    for (index, character) in characters.enumerated() {
        if character == "_" || character == "-" || character == " " {
            words.append([])
            continue
        }
        let previous = index > 0 ? characters[index - 1] : " "
        let isNextLower = index + 1 < characters.count && characters[index + 1].isLowercase
        // A capital begins a word after a small letter, and at the end of a run of capitals.
        let begins = character.isUppercase && (previous.isLowercase || previous.isUppercase && isNextLower)
        if words.isEmpty || begins { words.append([]) }
        words[words.count - 1].append(character)
    }
    return words.filter { !$0.isEmpty }.map { word in
        word.count > 1 && word.allSatisfy(\.isUppercase) ? String(word) : String(word).lowercased()
    }.joined(separator: " ")
}
