/// Bytes with a few of them replaced, put in or taken out.
func damaged(
    _ bytes: [UInt8], with telling: [UInt8], _ random: inout SeededGenerator
) -> [UInt8] {
    var damaged = bytes
    for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        let byte = telling[Int.random(in: 0..<telling.count, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[place] = byte
        case 1: damaged.insert(byte, at: place)
        default: damaged.remove(at: place)
        }
    }
    return damaged
}
