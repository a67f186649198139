/// Finds every place, overlapping ones too, where `pattern` stands in `text`, in linear time.
///
/// Knuth, Morris, Pratt: *Fast Pattern Matching in Strings* (1977). An empty pattern stands nowhere.
func occurrences<Unit: Equatable>(of pattern: [Unit], in text: [Unit]) -> [Int] {
  guard !pattern.isEmpty, pattern.count <= text.count else { return [] }
  // The length of the longest proper prefix of the pattern that ends at each of its units.
  var borders = [Int](repeating: 0, count: pattern.count)
  var length = 0
  for index in pattern.indices.dropFirst() {
    while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
    if pattern[index] == pattern[length] { length += 1 }
    borders[index] = length
  }
  var places: [Int] = []
  var matched = 0
  for index in text.indices {
    while matched > 0, text[index] != pattern[matched] { matched = borders[matched - 1] }
    if text[index] == pattern[matched] { matched += 1 }
    if matched == pattern.count {
      places.append(index + 1 - matched)
      matched = borders[matched - 1]
    }
  }
  return places
}
