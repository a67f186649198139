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
let thresholds: [Float] = [0.3, 0.4, 0.5, 0.6]
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
default:
  print("usage")
}
