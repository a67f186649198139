import Crypto
import Foundation
import ReportAssets

/// A stylesheet or script that is part of the program.
struct Asset: Sendable {
  /// Its bytes, which hold no end tag.
  let bytes: [UInt8]
  /// How the content security policy names it.
  let policy: String

  /// Makes an asset from bytes of the program.
  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let digest = Data(SHA256.hash(data: bytes))
    policy = "'sha256-\(digest.base64EncodedString())'"
  }

  /// The stylesheet of every page.
  static let style = Asset(unsafe bytes(tilik_style))
  /// The stylesheet of a card.
  static let cardStyle = Asset(unsafe bytes(tilik_card_style))
  /// The script of the audit page.
  static let auditScript = Asset(unsafe bytes(tilik_audit_script))
  /// The script of the index.
  static let indexScript = Asset(unsafe bytes(tilik_index_script))

  /// The script of the list of claims.
  static let registerScript = Asset(unsafe bytes(tilik_register_script))
  /// The script of pages on which nothing is to be done.
  static let pageScript = Asset(unsafe bytes(tilik_page_script))

  /// Makes an asset of rules that depend on the page; built from literals and numbers only.
  init(rules: Markup) { self.init(rules.bytes) }

  private static func bytes(_ asset: tilik_asset) -> [UInt8] {
    unsafe [UInt8](UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  }
}
