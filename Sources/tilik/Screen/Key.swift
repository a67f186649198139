/// A key as a person presses it.
enum Key: Equatable {
  case character(Character)
  case enter
  case escape
  case backspace
  case tab
  case up, down, left, right
  case pageUp, pageDown, home, end, delete
  /// Ctrl with a letter.
  case control(Character)
  /// Text that was pasted, in one line.
  case pasted(String)
}

/// Turns the bytes that a terminal sends into keys.
struct KeyReader {
  private var bytes: [UInt8] = []
  /// What has come of text that is being pasted; nil where keys are pressed one by one.
  private var paste: String?

  /// Whether something has come that is not a whole key yet.
  var isPending: Bool { !bytes.isEmpty || paste?.isEmpty == false }

  mutating func take(_ more: some Sequence<UInt8>) { bytes += more }

  /// The next key; nil where none is whole.
  ///
  /// `isComplete` says that nothing follows what has come so far. Pasted text is one key, however much of it there is.
  mutating func next(isComplete: Bool) -> Key? {
    while let key = single(isComplete) {
      switch key {
      case .character(let character) where paste != nil: paste?.append(character)
      // Line ends in pasted text must not send it off.
      case .enter where paste != nil, .tab where paste != nil: paste?.append(" ")
      case .pasted: return key
      // Esc is not part of a text: the end of the paste was lost.
      case .escape where paste != nil:
        defer { paste = nil }
        if let paste, !paste.isEmpty { return .pasted(paste) }
      default: if paste == nil { return key }
      }
    }
    guard isComplete, let text = paste, !text.isEmpty else { return nil }
    paste = ""
    return .pasted(text)
  }

  /// The next key as it would be if it were pressed, or the end of a paste.
  private mutating func single(_ isComplete: Bool) -> Key? {
    while let first = bytes.first {
      if first == 0x1B {
        guard let (key, length) = sequence(isComplete) else { return nil }
        bytes.removeFirst(length)
        if let key { return key }
        continue
      }
      if first < 0x20 || first == 0x7F {
        bytes.removeFirst()
        if let key = Self.control(first) { return key }
        continue
      }
      let length = Self.length(first)
      guard bytes.count >= length else {
        if isComplete { bytes = [] }
        return nil
      }
      let text = String(validating: bytes.prefix(length), as: UTF8.self)
      bytes.removeFirst(text == nil ? 1 : length)
      if let character = text?.first { return .character(character) }
    }
    return nil
  }

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0D, 0x0A: return .enter
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(byte + 0x60)))
    default: return nil
    }
  }

  /// The number of bytes of the character that this one begins.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: return 2
    case 0xE0...0xEF: return 3
    case 0xF0...0xF4: return 4
    default: return 1
    }
  }

  /// The key that an escape sequence stands for, if any, and its length; nil where it is not whole.
  private mutating func sequence(_ isComplete: Bool) -> (Key?, Int)? {
    guard bytes.count > 1 else { return isComplete ? (.escape, 1) : nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else {
      return (paste == nil ? .escape : nil, 1)
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return isComplete ? (nil, bytes.count) : nil
    }
    let length = end + 1
    let parameter = String(decoding: bytes[2..<end], as: UTF8.self)
    switch (bytes[end], parameter) {
    case (UInt8(ascii: "A"), _): return (.up, length)
    case (UInt8(ascii: "B"), _): return (.down, length)
    case (UInt8(ascii: "C"), _): return (.right, length)
    case (UInt8(ascii: "D"), _): return (.left, length)
    case (UInt8(ascii: "H"), _), (0x7E, "1"), (0x7E, "7"): return (.home, length)
    case (UInt8(ascii: "F"), _), (0x7E, "4"), (0x7E, "8"): return (.end, length)
    case (0x7E, "3"): return (.delete, length)
    case (0x7E, "5"): return (.pageUp, length)
    case (0x7E, "6"): return (.pageDown, length)
    case (0x7E, "200"):
      paste = ""
      return (nil, length)
    case (0x7E, "201"):
      defer { paste = nil }
      return (paste.map { .pasted($0) }, length)
    default: return (nil, length)
    }
  }
}
