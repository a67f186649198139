/// A number that tells texts apart: FNV-1a.
struct Fingerprint {
  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  /// Adds a number.
  @inline(__always)
  mutating func add(_ number: UInt64) { value = (value ^ number) &* 1_099_511_628_211 }

  /// Adds bytes.
  @inline(__always)
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    let bytes = bytes.span
    for index in bytes.indices { add(UInt64(bytes[index])) }
  }

  /// The number of some bytes.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    return fingerprint.value
  }
}
