import Foundation

/// Words for what the file system says against a path.
enum FileWording {
  static func text(_ error: any Error, path: String) -> String {
    var cause = error as NSError
    while let deeper = cause.userInfo[NSUnderlyingErrorKey] as? NSError { cause = deeper }
    // Foundation's own numbers for what the system said, where it does not hand that on.
    if cause.domain == NSCocoaErrorDomain {
      switch CocoaError.Code(rawValue: cause.code) {
      case .fileReadNoPermission, .fileWriteNoPermission: return text(EACCES, path: path)
      case .fileNoSuchFile, .fileReadNoSuchFile: return text(ENOENT, path: path)
      case .fileWriteOutOfSpace: return text(ENOSPC, path: path)
      case .fileWriteVolumeReadOnly: return text(EROFS, path: path)
      default: break
      }
    }
    guard cause.domain == NSPOSIXErrorDomain else {
      return "\(path): \(cause.localizedDescription)"
    }
    return text(Int32(cause.code), path: path)
  }

  static func text(_ code: Int32, path: String) -> String {
    switch code {
    case ENOENT where path.hasPrefix("http://") || path.hasPrefix("https://"):
      return say(
        "\(path): this is an address, not a file; save the page, or keep it as a source: `tilik source add`",
        "\(path): ini alamat, bukan berkas; simpan halamannya, atau simpan sebagai sumber: `tilik source add`"
      )
    case ENOENT:
      return say("\(path): there is no such file or folder", "\(path): berkas atau map tidak ada")
    case EACCES, EPERM:
      return say("\(path): no permission to open it", "\(path): tidak punya izin membukanya")
    case ENOSPC: return say("\(path): the disk is full", "\(path): cakram penuh")
    case EROFS:
      return say("\(path): this disk cannot be written", "\(path): cakram ini tidak bisa ditulis")
    case EISDIR: return say("\(path): this is a folder", "\(path): ini map")
    case ENOTDIR:
      return say(
        "\(path): a part of the path is not a folder",
        "\(path): bagian dari jalur ini bukan map"
      )
    default: return "\(path): \(unsafe String(cString: strerror(code)))"
    }
  }
}
