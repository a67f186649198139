import DeskSettings

/// The settings files that a new workspace begins with; they are those of the sample workspace.
public enum DefaultSettings {
  /// The workflow file.
  public static var workflow: String {
    unsafe text(tilik_workflow_start(), tilik_workflow_length)
  }

  /// The default five-step rating scale.
  public static var scale: String {
    unsafe text(tilik_scale_default_start(), tilik_scale_default_length)
  }

  private static func text(_ start: UnsafePointer<CChar>, _ length: Int) -> String {
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
