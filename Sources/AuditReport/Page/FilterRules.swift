/// The style rules by which the filters of a page hide what belongs to a verdict or a stage.
///
/// A script puts a class on the body; `:has()` does the same where no script runs. Both at once would cost a look at the
/// whole page on every change.
enum FilterRules {
  static func withScript(_ legend: Legend) -> Asset? {
    rules(legend) { entry in ".no-\(entry.css)" }
  }

  static func withoutScript(_ legend: Legend) -> Asset? {
    rules(legend) { entry in "body:has(#c-\(entry.css):not(:checked))" }
  }

  private static func rules(_ legend: Legend, when condition: (Legend.Entry) -> Markup) -> Asset? {
    let entries = legend.verdicts + legend.stages
    guard !entries.isEmpty else { return nil }
    let hidden = entries.map { entry in "\(condition(entry)) .\(entry.css).f" as Markup }
    let unmarked = entries.map { entry in "\(condition(entry)) mark.\(entry.css)" as Markup }
    return Asset(
      rules: """
        \(Markup.joined(hidden, by: ",\n")){display:none}
        \(Markup.joined(unmarked, by: ",\n")){background:none;border-bottom-color:transparent}

        """
    )
  }
}
