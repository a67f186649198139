import ClaimModel
import Crypto

/// A hash over what a page tells: summary, article, dossiers, and the names of the events it carries.
///
/// It is computed over text, not markup, so that the page's own script can compute it again from what the browser shows.
enum Seal {
  /// The hash, of parts of the page and the events' names, each with a line feed behind it.
  static func hash(parts: [ArraySlice<UInt8>], events: [ContentHash]) -> ContentHash {
    var hash = SHA256()
    for part in parts {
      hash.update(data: PlainText.of(part))
      hash.update(data: [0x0A])
    }
    for event in events { hash.update(data: Array("\(event.hex)\n".utf8)) }
    return ContentHash(bytes: hash.finalize())
  }

  /// An event's name: the SHA-256 of its canonical JSON.
  static func name(ofEvent event: String) -> ContentHash {
    ContentHash(bytes: SHA256.hash(data: Array(event.utf8)))
  }

  /// The last line of a file, which names the hash of all bytes before it: `head -n -1 FILE | sha256sum` gives the same.
  static func lastLine(of page: ArraySlice<UInt8>) -> Markup {
    "<!-- sha256 of all lines above: \(ContentHash(bytes: SHA256.hash(data: Array(page))).hex) -->\n"
  }
}
