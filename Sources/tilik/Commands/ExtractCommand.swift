public import ArgumentParser
public import ClaimExtraction
import Foundation
import Synchronization

/// `tilik extract`.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: say(
      "Filter documents into claims: NDJSON in, NDJSON out.",
      "Saring dokumen menjadi klaim: NDJSON masuk, NDJSON keluar."
    ),
    discussion: say(
      """
      Reads {"id","text"} a line (optionally language, title, published, url) and writes one line a document, in the same \
      order: language, attributions, claims, findings; spans count Unicode code points. A line that cannot be read \
      becomes {"error","line"} in its place. The exit code is 0 only when all input was read; the summary goes to \
      standard error.

        tilik extract < articles.ndjson > claims.ndjson
      """,
      """
      Membaca {"id","text"} per baris (boleh language, title, published, url) dan menulis satu baris per dokumen, dengan urutan \
      sama: bahasa, atribusi, klaim, temuan; rentang dihitung dalam titik kode Unicode. Baris yang tidak terbaca menjadi \
      {"error","line"} di tempatnya. Kode keluar 0 hanya bila seluruh masukan terbaca; ringkasan ke galat standar.

        tilik extract < artikel.ndjson > klaim.ndjson
      """
    )
  )

  @Option(
    help: ArgumentHelp(
      say(
        "Write the summary as JSON into a file, too.",
        "Tulis ringkasan sebagai JSON ke berkas juga."
      ),
      valueName: "file"
    )
  )
  var summary: String?

  @Option(
    help: ArgumentHelp(
      say(
        "How many lines to work on at once (default: all cores).",
        "Berapa baris sekaligus (bawaan: semua inti)."
      )
    )
  )
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "What finds the spans: model (learned), or rules alone (faster, finding less).",
        "Yang mencari rentang: model (hasil belajar), atau rules saja (lebih cepat, menemukan lebih sedikit)."
      )
    )
  )
  var finder: ClaimExtractor.Finder = .model

  @Option(
    help: ArgumentHelp(
      say(
        "What a line of output is: tilik, or webannotation (a page of W3C Web Annotations).",
        "Bentuk baris keluaran: tilik, atau webannotation (satu halaman W3C Web Annotation)."
      )
    )
  )
  var format: BulkExtractor.Format = .tilik

  @Option(
    help: ArgumentHelp(
      say(
        "Add a language by its data file; see CONTRIBUTING.md. May be given more than once.",
        "Tambah bahasa dengan berkas datanya; lihat CONTRIBUTING.md. Boleh lebih dari sekali."
      ),
      valueName: "file"
    )
  )
  var languageData: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "The model of the language added by the --language-data at the same place.",
        "Model bahasa yang ditambah --language-data di urutan yang sama."
      ),
      valueName: "file"
    )
  )
  var languageModel: [String] = []

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(say("--jobs is at least 1", "--jobs sedikitnya 1"))
    }
    if languageModel.count > languageData.count {
      throw ValidationError(
        say(
          "each --language-model needs its --language-data",
          "--language-model perlu --language-data"
        )
      )
    }
  }

  func run() throws {
    var pipeline = LinePipeline()
    if let jobs { pipeline.workers = jobs }
    let counts = Mutex(Counts())
    let extractor = BulkExtractor(
      ClaimExtractor(finder: finder, adding: try addedLanguages()),
      format: format
    )
    do {
      try pipeline.run(
        from: .standardInput,
        transform: { line, number in
          let result = Self.result(of: line, number, extractor)
          counts.withLock { $0.add(result) }
          return result.line + [0x0A]
        },
        write: { Terminal.write($0) }
      )
    } catch {
      throw Failure(
        .badInput,
        FileWording.text(error, path: say("standard input", "masukan standar"))
      )
    }
    try report(counts.withLock { $0 })
  }

  /// Reads the languages that the arguments add.
  private func addedLanguages() throws -> [AddedLanguage] {
    func bytes(_ path: String) throws -> [UInt8] {
      do {
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
      } catch {
        throw Failure(.badInput, FileWording.text(error, path: path))
      }
    }
    return try languageData.enumerated().map { number, path in
      let model = number < languageModel.count ? languageModel[number] : nil
      do {
        return try AddedLanguage(
          data: String(decoding: try bytes(path), as: UTF8.self),
          model: try model.map { try bytes($0) }
        )
      } catch let error as AddedLanguageError {
        switch error {
        case .badData(let problem): throw Failure(.badInput, "\(path): \(problem)")
        case .badModel(let problem): throw Failure(.badInput, "\(model ?? path): \(problem)")
        }
      }
    }
  }

  private static func result(
    of line: LinePipeline.Line,
    _ number: Int,
    _ extractor: BulkExtractor
  ) -> BulkExtractor.Result {
    switch line {
    case .text(let bytes): return extractor.result(for: bytes, number: number)
    case .tooLong(let bytes): return extractor.refusal(of: .tooLong(bytes: bytes), number: number)
    }
  }

  private func report(_ counts: Counts) throws {
    Terminal.talk(
      say(
        "\(counts.documents) documents, \(counts.attributions) attributions, \(counts.errors) bad lines",
        "\(counts.documents) dokumen, \(counts.attributions) atribusi, \(counts.errors) baris buruk"
      )
    )
    guard let summary else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      try (encoder.encode(counts) + [0x0A]).write(to: URL(filePath: summary))
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: summary))
    }
  }

  /// What the filter did.
  struct Counts: Encodable, Sendable {
    var documents = 0
    var attributions = 0
    var errors = 0

    mutating func add(_ result: BulkExtractor.Result) {
      if result.error == nil { documents += 1 } else { errors += 1 }
      attributions += result.attributions
    }
  }
}

extension ClaimExtractor.Finder: ExpressibleByArgument {}
extension BulkExtractor.Format: ExpressibleByArgument {}
