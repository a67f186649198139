import Foundation

/// `--json` output: one pretty value, members sorted, the same bytes for the same value.
enum JSONOutput {
  static func write(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    Terminal.write([UInt8](try encoder.encode(value)) + [0x0A])
  }

  /// One value as one line of NDJSON.
  static func writeLine(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    Terminal.write([UInt8](try encoder.encode(value)) + [0x0A])
  }
}
