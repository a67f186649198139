#if Postgres
  import ClaimModel
  import Foundation

  /// Stored bytes out of their table.
  enum PostgresBlobs {
    static func fetch(_ hash: ContentHash, from connection: PostgresConnection) throws -> [UInt8]? {
      let rows = try connection.query(
        "SELECT encode(bytes, 'base64') FROM blob WHERE hash = $1",
        [.text(hash.hex)]
      )
      guard let text = rows.first?.first ?? nil else { return nil }
      return Data(base64Encoded: text, options: .ignoreUnknownCharacters).map { [UInt8]($0) }
    }
  }
#endif
