public import ClaimModel

/// A language that is no part of the program, from files: what the rules know of it and, if there is one, a model.
public struct AddedLanguage: Sendable {
  let pack: LanguagePack
  let model: ModelFinder?

  /// The language.
  public var language: LanguageTag { pack.language }

  /// Reads a language's data file and its model, as `ExtractionTrainer train` writes it.
  ///
  /// What is wrong with either is thrown as a sentence without a full stop.
  public init(data: String, model: [UInt8]? = nil) throws(AddedLanguageError) {
    do {
      pack = try LanguagePack(parsing: data)
    } catch {
      throw .badData(error.description)
    }
    do {
      self.model = try model.map { ModelFinder(try ModelFile($0)) }
    } catch {
      throw .badModel("\(error)")
    }
  }
}

/// Why a language cannot be added.
public enum AddedLanguageError: Error, Hashable, Sendable {
  /// The data file cannot be read; the line and what is wrong there.
  case badData(String)
  /// The model cannot be read.
  case badModel(String)
}
