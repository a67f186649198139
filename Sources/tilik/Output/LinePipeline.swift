import Foundation
import Synchronization

/// Lines in, lines out: in order, on all cores, in constant memory.
struct LinePipeline {
  /// How many lines are worked on at once.
  var workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
  /// A longer line is handed over as too long, not read whole.
  var mostBytes = 64 << 20

  /// What a pipeline read.
  enum Line: Sendable {
    /// The bytes of a line without its end.
    case text([UInt8])
    /// A line of more bytes than are read.
    case tooLong(Int)
  }

  /// Reads lines until the input ends, transforms each, and writes the results in the order of the lines.
  ///
  /// Lines are taken in batches, so memory does not grow with the input; only a batch is ever held.
  func run(
    from input: FileHandle,
    transform: @Sendable (Line, _ number: Int) -> [UInt8]?,
    write: ([UInt8]) throws -> Void
  ) throws {
    var reader = LineReader(input, mostBytes: mostBytes)
    var number = 0
    while let batch = try reader.next(atLeast: 2 << 20, lines: workers * 64) {
      let first = number + 1
      number += batch.count
      let results = Mutex([[UInt8]?](repeating: nil, count: batch.count))
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(workers, batch.count)) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < batch.count else { return }
          let result = transform(batch[index], first + index)
          results.withLock { $0[index] = result }
        }
      }
      for case let result? in results.withLock({ $0 }) { try write(result) }
    }
  }
}

/// Splits what a file gives into lines.
private struct LineReader {
  private let input: FileHandle
  private let mostBytes: Int
  private var pending: [UInt8] = []
  /// Bytes of a line that is too long and was thrown away so far.
  private var skipped = 0
  private var isAtEnd = false

  init(_ input: FileHandle, mostBytes: Int) {
    self.input = input
    self.mostBytes = mostBytes
  }

  /// The next lines: enough to fill `bytes` or `lines`, fewer at the end; nil when there are none left.
  mutating func next(atLeast bytes: Int, lines: Int) throws -> [LinePipeline.Line]? {
    var batch: [LinePipeline.Line] = []
    var size = 0
    // A line longer than a batch makes the batch longer: an empty batch would mean the end.
    while !isAtEnd, batch.isEmpty || (size < bytes && batch.count < lines) {
      guard let chunk = try input.read(upToCount: 1 << 20), !chunk.isEmpty else {
        isAtEnd = true
        if skipped > 0 {
          batch.append(.tooLong(skipped + pending.count))
        } else if !pending.isEmpty {
          batch.append(.text(pending))
        }
        pending = []
        break
      }
      size += chunk.count
      take([UInt8](chunk), into: &batch)
    }
    return batch.isEmpty ? nil : batch
  }

  private mutating func take(_ chunk: [UInt8], into batch: inout [LinePipeline.Line]) {
    var start = 0
    while let end = chunk[start...].firstIndex(of: 0x0A) {
      if skipped > 0 {
        batch.append(.tooLong(skipped + pending.count + end - start))
      } else {
        batch.append(.text(pending + chunk[start..<end]))
      }
      pending = []
      skipped = 0
      start = end + 1
    }
    pending += chunk[start...]
    if pending.count > mostBytes {
      skipped += pending.count
      pending = []
    }
  }
}
