/// A relation's or kind's name as words: `memberOf` is "member of", `ArmedGroup` "armed group".
func words(ofName name: String) -> String {
    var result = ""
    var previousIsLower = false
    for character in name {
        if character == "_" || character == "-" {
            result.append(" ")
            previousIsLower = false
        } else if character.isUppercase {
            if previousIsLower { result.append(" ") }
            result.append(
                contentsOf: previousIsLower || result.isEmpty ? character.lowercased() : String(character))
            previousIsLower = false
        } else {
            result.append(character)
            previousIsLower = character.isLowercase
        }
    }
    return result
}
