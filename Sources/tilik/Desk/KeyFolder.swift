import ClaimModel
import Foundation
import ReviewWorkflow

/// The private keys of those who work on this machine: one file each, mode 0600, outside every workspace.
///
/// They lie in `$XDG_CONFIG_HOME/tilik/keys`, or `~/.config/tilik/keys`. A file has one line: the key's secret text, a
/// space, and the owner's name as events carry it.
struct KeyFolder {
  let folder: URL

  init() {
    let environment = ProcessInfo.processInfo.environment
    let config = environment["XDG_CONFIG_HOME"].flatMap {
      $0.hasPrefix("/") ? URL(filePath: $0) : nil
    }
    let home = environment["HOME"].map { URL(filePath: $0) } ?? URL(filePath: NSHomeDirectory())
    folder = (config ?? home.appending(path: ".config")).appending(path: "tilik/keys")
  }

  /// Where somebody's key is kept.
  func file(of person: String) -> URL {
    folder.appending(path: "\(Self.slug(person))-\(Event.hash(of: person).hex.prefix(8)).key")
  }

  /// Somebody's key; nil where this machine has none.
  func key(of person: String) throws -> SigningKey? {
    let path = file(of: person).path
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 == 0 else {
      throw Failure(
        .badInput,
        say(
          "\(path): others can read this private key; `chmod 600` it, and think about a new one",
          "\(path): kunci pribadi ini bisa dibaca orang lain; `chmod 600` dulu, dan pertimbangkan kunci baru"
        )
      )
    }
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: path))
    }
    let parts = text.trimmingCharacters(in: .newlines).split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[1] == person else {
      throw Failure(
        .badInput,
        say("\(path): this is not the key of \(person)", "\(path): ini bukan kunci \(person)")
      )
    }
    do {
      return try SigningKey(secretText: parts[0])
    } catch {
      throw Failure(.badInput, "\(path): \(KeyWording.text(error))")
    }
  }

  /// Makes a key and keeps it; somebody who has one already keeps that.
  func make(
    for person: String,
    named name: String?,
    outside workspace: Workspace?
  ) throws -> SigningKey {
    guard !person.contains(where: \.isNewline), !person.isEmpty else {
      throw Failure(.usage, say("a name is one line of text", "nama adalah satu baris teks"))
    }
    let file = file(of: person)
    if let workspace, Self.contains(workspace.folder, file) {
      throw Failure(
        .refused,
        say(
          "\(file.path) lies in the workspace, and a private key must not; set XDG_CONFIG_HOME to another folder",
          "\(file.path) ada di ruang kerja, padahal kunci pribadi tidak boleh; ubah XDG_CONFIG_HOME"
        )
      )
    }
    let key: SigningKey
    do {
      key = try SigningKey(name: name ?? Self.slug(person))
    } catch {
      throw Failure(.usage, KeyWording.text(error))
    }
    do {
      try FileManager.default.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: folder.path))
    }
    try Self.write("\(key.secretText) \(person)\n", to: file.path)
    return key
  }

  /// Writes a file that was not there before and that nobody else can read at any moment.
  private static func write(_ text: String, to path: String) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST {
        throw Failure(
          .refused,
          say(
            "\(path): there is a key already; move it away first if it must not be used any more",
            "\(path): sudah ada kunci; pindahkan dulu bila tidak boleh dipakai lagi"
          )
        )
      }
      throw Failure(.badInput, FileWording.text(errno, path: path))
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(text.utf8))
      try file.synchronize()
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw Failure(.badInput, FileWording.text(error, path: path))
    }
  }

  private static func contains(_ folder: URL, _ file: URL) -> Bool {
    let outer = folder.resolvingSymlinksInPath().standardizedFileURL.path
    return file.resolvingSymlinksInPath().standardizedFileURL.path.hasPrefix(outer + "/")
  }

  /// A name as file and key names can carry it.
  static func slug(_ name: String) -> String {
    var slug = ""
    for byte in name.lowercased().utf8 {
      let isPlain =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isPlain {
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "key" : slug
  }
}

extension Workspace {
  /// The keys that the desk trusts, each with its owner: `keys.txt`.
  static let ringFile = "keys.txt"

  /// The desk's key ring; empty where there is no file.
  func ring() throws(Failure) -> KeyRing {
    guard let text = try read(Self.ringFile) else { return KeyRing() }
    do {
      return try KeyRing(text: text)
    } catch {
      throw Failure(
        .badInput,
        "\(path(Self.ringFile)):\(error.line): \(KeyWording.text(error.reason))"
      )
    }
  }
}
