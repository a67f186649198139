extension RandomAccessCollection where Index == Int {
  /// The place of the first element that does not come before what is looked for; the end where all do.
  ///
  /// The elements that come before it have to stand first; it is found by bisection.
  @inline(__always)
  func bisected(where comesBefore: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
