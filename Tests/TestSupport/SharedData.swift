public import Foundation

/// The measuring data that lies beside the project's checkout and is not part of it.
///
/// Tests that need it are `.enabled(if:)` it is there, and so say that they were skipped.
public enum SharedData {
  /// The project's top folder.
  public static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder of the shared data.
  public static func url(_ path: String) -> URL {
    project.deletingLastPathComponent().appending(path: "shared").appending(path: path)
  }

  /// Whether a file or folder of the shared data is there.
  public static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }
}
