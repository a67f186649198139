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

  /// Every rating scale that comes with Tilik, by its name; a workspace uses one.
  public static var scales: [(name: String, yaml: String)] {
    unsafe [
      ("default", scale),
      ("politifact", text(tilik_scale_politifact_start(), tilik_scale_politifact_length)),
      ("mafindo", text(tilik_scale_mafindo_start(), tilik_scale_mafindo_length)),
      ("tempo", text(tilik_scale_tempo_start(), tilik_scale_tempo_length)),
      ("africa-check", text(tilik_scale_africa_check_start(), tilik_scale_africa_check_length)),
    ]
  }

  private static func text(_ start: UnsafePointer<CChar>, _ length: Int) -> String {
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
