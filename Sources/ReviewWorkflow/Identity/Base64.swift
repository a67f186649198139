import Foundation

/// Base64 as RFC 4648, section 4, writes it, with one spelling for each value.
enum Base64 {
  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString()
  }

  /// The bytes, or nil where the text is not base64 or is not how these bytes are written.
  ///
  /// The last digit of a group may carry bits that nothing uses. A text that sets them is refused, because a second
  /// spelling of one signature would be a second signature to whoever compares texts.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == text else {
      return nil
    }
    return Array(data)
  }
}
