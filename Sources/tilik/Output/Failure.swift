import ClaimCorpus
import ClaimStore
import DocumentIngest
import ReviewWorkflow
import SourceLookup

/// The exit codes, as the README promises them.
enum Code: Int32 {
  /// All was done.
  case done = 0
  /// A rule of the workflow refused it.
  case refused = 1
  /// The command was called wrongly.
  case usage = 2
  /// A file or text could not be used.
  case badInput = 3
  /// The network did not do its part.
  case network = 4
  /// Something stored is not what it was.
  case integrity = 5
}

/// One clear line for a person, and the exit code for a script.
struct Failure: Error {
  var code: Code
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The failure that an error of any module comes down to; nil for the argument parser's own.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(StoreWording.code(error), StoreWording.text(error))
    case let error as CorpusError: self.init(.badInput, CorpusWording.text(error))
    case let error as IngestError: self.init(.badInput, IngestWording.text(error))
    case let error as CitationLibraryError: self.init(.badInput, FormatWording.text(error))
    case let error as RetrievalInputError: self.init(.badInput, FormatWording.text(error))
    case let error as FetchError: self.init(.network, FetchWording.text(error))
    case let error as ProviderError: self.init(.network, FetchWording.text(error))
    case SnapshotArchive.Fault.refused(let path, let cause):
      self.init(.badInput, FileWording.text(cause, path: path))
    case let fault as SnapshotArchive.Fault: self.init(.integrity, FetchWording.text(fault))
    case let error as WARCError: self.init(.integrity, FormatWording.text(error))
    default: return nil
    }
  }

  /// The same failure with the path in front, once.
  func naming(_ path: String) -> Failure {
    message.hasPrefix(path) ? self : Failure(code, "\(path): \(message)")
  }
}
