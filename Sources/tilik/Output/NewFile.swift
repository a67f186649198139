import Foundation

/// A file that appears under its name only when it is whole.
final class NewFile {
  private let path: String
  private let temporary: String
  private let handle: FileHandle
  private var pending: [UInt8] = []
  private var isKept = false

  init(_ path: String) throws {
    self.path = path
    temporary = "\(path).\(UUID().uuidString.prefix(8)).part"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(.badInput, FileWording.text(errno, path: path)) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit { if !isKept { try? FileManager.default.removeItem(atPath: temporary) } }

  func write(_ text: String) throws {
    pending += text.utf8
    if pending.count >= 1 << 20 { try flush() }
  }

  /// Gives the file its name.
  func keep() throws {
    try flush()
    do { try handle.synchronize() } catch { throw failure(error) }
    guard unsafe rename(temporary, path) == 0 else {
      throw Failure(.badInput, FileWording.text(errno, path: path))
    }
    isKept = true
  }

  private func flush() throws {
    do { try handle.write(contentsOf: Data(pending)) } catch { throw failure(error) }
    pending.removeAll(keepingCapacity: true)
  }

  private func failure(_ error: any Error) -> Failure {
    Failure(.badInput, FileWording.text(error, path: path))
  }
}
