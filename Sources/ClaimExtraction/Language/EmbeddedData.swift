import LanguageData

/// The data files that are part of the program.
///
/// This is the only place that touches C pointers: each file is copied once when it is first asked for.
enum EmbeddedData {
  /// The data files of all languages.
  static var languages: [String] {
    [
      unsafe text(tilik_language_id_start(), tilik_language_id_size),
      unsafe text(tilik_language_en_start(), tilik_language_en_size),
    ]
  }

  /// The frequent words of languages that are only told apart.
  static var neighbours: String {
    unsafe text(tilik_language_neighbours_start(), tilik_language_neighbours_size)
  }

  /// The models, by language.
  static var models: [(language: String, bytes: [UInt8])] {
    [
      ("id", unsafe bytes(tilik_model_id_start(), tilik_model_id_size)),
      ("en", unsafe bytes(tilik_model_en_start(), tilik_model_en_size)),
    ]
  }

  private static func bytes(_ start: UnsafePointer<UInt8>, _ size: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: size))
  }

  private static func text(_ start: UnsafePointer<UInt8>, _ size: Int) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
  }
}
