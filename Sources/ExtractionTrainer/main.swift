import ClaimExtraction
import ClaimModel
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst(2))
let mode = CommandLine.arguments.dropFirst().first ?? ""
@MainActor func value(_ name: String) -> String? {
  arguments.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
}
func load(_ path: String) throws -> [GoldDocument] {
  try GoldDocument.read(Data(contentsOf: URL(fileURLWithPath: path)))
}
var experiment = Experiment()
if let epochs = value("epochs").flatMap({ Int($0) }) { experiment.argument.epochs = epochs }
if let epochs = value("cepochs").flatMap({ Int($0) }) { experiment.cue.epochs = epochs }
if let l1 = value("l1").flatMap({ Float($0) }) { experiment.argument.l1 = l1 }
if let l1 = value("cl1").flatMap({ Float($0) }) { experiment.cue.l1 = l1 }
if let rate = value("rate").flatMap({ Float($0) }) { experiment.argument.rate = rate }
if let minimum = value("min").flatMap({ Int($0) }) { experiment.argument.minimum = minimum }
if let threshold = value("cand").flatMap({ Float($0) }) { experiment.candidateThreshold = threshold }
if let d = value("drop").flatMap({ Float($0) }) { experiment.argument.dropout = d }
if let d = value("cdrop").flatMap({ Float($0) }) { experiment.cue.dropout = d }
if let path = value("words") {
  experiment.groups = try WordList(parsing: String(contentsOfFile: path, encoding: .utf8)).groups
  experiment.log("\(experiment.groups.forms.count) words")
}
let thresholds: [Float] = [0.2, 0.3, 0.4, 0.5]
switch mode {
case "dev":
  let train = try load(value("train") ?? "")
  let dev = try load(value("dev") ?? "")
  let start = Date()
  let model = experiment.train(train)
  experiment.log("trained in \(Date().timeIntervalSince(start)) s")
  for (threshold, score) in experiment.measure(dev, model, thresholds: thresholds) {
    print(threshold, formatted(score))
  }
case "hold":
  // One held-out fifth of the training documents.
  let train = try load(value("train") ?? "")
  let part = value("fold").flatMap({ Int($0) }) ?? 0
  let model = experiment.train(train.enumerated().filter { $0.offset % 5 != part }.map(\.element))
  let held = train.enumerated().filter { $0.offset % 5 == part }.map(\.element)
  for (threshold, score) in experiment.measure(held, model, thresholds: thresholds) {
    print(threshold, formatted(score))
  }
case "train":
  let train = try load(value("train") ?? "")
  let model = experiment.train(train)
  let file = ModelFile(
    record: "{}",
    threshold: 0.35,
    cues: Packing.table(model.cue, most: value("cuerows").flatMap({ Int($0) }) ?? 100_000),
    arguments: Packing.table(model.argument, most: value("rows").flatMap({ Int($0) }) ?? 160_000),
    groups: experiment.groups,
    chain: model.argument.chain
  )
  let bytes = file.encoded
  experiment.log("\(file.cues.features.count) cue rows, \(file.arguments.features.count) rows, \(bytes.count) bytes")
  try Data(bytes).write(to: URL(fileURLWithPath: value("out") ?? ""))
  if let dev = value("dev") {
    for (threshold, score) in experiment.measure(try load(dev), model, thresholds: thresholds) {
      print(threshold, formatted(score))
    }
  }
  fallthrough
case "score":
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: value("out") ?? "")))
  let finder = ModelFinder(try ModelFile(bytes))
  let dev = try load(value("dev") ?? "")
  print("file", formatted(Experiment.measure(dev, finder)))
  var size = 0
  let start = clock()
  for _ in 0..<5 {
    for document in dev {
      size += document.text.utf8.count
      let text = AnalysedText(document.text)
      if finder.attributions(in: text).count > 10_000 { print("many") }
    }
  }
  let seconds = Double(clock() - start) / 1e6
  print(String(format: "%.2f MB/s", Double(size) / seconds / 1e6))
case "errors":
  let train = try load(value("train") ?? "")
  let part = value("fold").flatMap({ Int($0) }) ?? 0
  let model = experiment.train(train.enumerated().filter { $0.offset % 5 != part }.map(\.element))
  let held = train.enumerated().filter { $0.offset % 5 == part }.map(\.element)
  experiment.errors(held, model, threshold: 0.4)
default:
  print("usage")
}
