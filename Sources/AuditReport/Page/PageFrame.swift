import ClaimModel

/// What every page has around its content: head, content security policy, masthead and footer.
struct PageFrame {
  /// The words of the page's language.
  var words: Wording
  /// The page's title.
  var title: String
  /// A sentence about the page.
  var description: String
  /// What machines read about the page.
  var linkedData: JSON
  /// Who publishes the page.
  var desk: Desk
  /// The page's own file name.
  var fileName: String
  /// The same page in other languages.
  var translations: [Translation]
  /// What stands at the end of the masthead.
  var corner: Markup
  /// Rules that depend on the page, for when scripts run.
  var rules: Asset?
  /// The same rules for when none do; they cost a look at the whole page on each change.
  var rulesWithoutScript: Asset?
  /// What the page says before the number of claims or articles that a filter leaves.
  var shown: String
  /// The page's script.
  var script: Asset
  /// The hash over what the page tells, where it can be verified.
  var seal: ContentHash?

  /// How every page says what wrote it.
  static let generator: Markup = "<meta name=\"generator\" content=\"Tilik\">"

  /// The page around `content`, as UTF-8, with data beside the linked data.
  func render(content: Markup, footer: Markup, data: Markup = "") -> [UInt8] {
    var page = beginning(content: content, footer: footer)
    page += data
    page += end
    page += Seal.lastLine(of: page.bytes[...])
    return page.bytes
  }

  /// The page up to where data may stand.
  func beginning(content: Markup, footer: Markup) -> Markup {
    var page = Markup(capacity: content.bytes.count + 40_000)
    page += head
    page += """
      <body>
      <a class="skip ui" href="#content">\(words(PagePhrase.skip))</a>
      <header class="wrap"><nav class="mast" aria-label="\(words(PagePhrase.site))">\
      <a class="name" href="index.html">\(isolating: desk.name)</a>\
      <span class="tag">\(words(PagePhrase.tagline))</span>\
      <span class="where">\(corner)\(each: translations, link)</span></nav></header>

      """
    page += content
    page += """
      <footer class="wrap">\(footer)</footer>
      <p class="vh" id="live" role="status" data-shown="\(shown)"></p>

      """
    return page
  }

  /// The page from there on, but for its last line.
  var end: Markup {
    """
    <script>\(Markup(script))</script>
    </body>
    </html>

    """
  }

  private var head: Markup {
    """
    <!doctype html>
    <html lang="\(words.language.rawValue)">
    <head>
    <meta charset="utf-8">
    \(Self.generator)
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="description" content="\(description)">
    \(seal.map { seal in "<meta name=\"tilik-seal\" content=\"\(seal.hex)\">\n" as Markup })\
    <title>\(title)</title>
    <link rel="icon" href="data:,">
    \(alternates)\
    <style>\(Markup(Asset.style))</style>
    \(rules.map { rules in "<style>\(Markup(rules))</style>" as Markup })
    \(rulesWithoutScript.map { rules in "<noscript><style>\(Markup(rules))</style></noscript>" as Markup })
    <script type="application/ld+json">\(Markup(linkedData))</script>
    </head>

    """
  }

  /// The page in another language, named in that language.
  private func link(to translation: Translation) -> Markup {
    let language = translation.language
    return """
       · <a href="\(translation.folder)\(fileName)" hreflang="\(language.rawValue)" \
      lang="\(language.rawValue)">\(Wording(language, clock: .utc)(PagePhrase.ownLanguage))</a>
      """
  }

  /// What tells a search engine of the page in each of its languages, its own included.
  private var alternates: Markup {
    guard !translations.isEmpty else { return "" }
    let own = Translation(language: words.language, folder: "", address: desk.address)
    return Markup.joined(
      ([own] + translations).map { translation in
        """
        <link rel="alternate" hreflang="\(translation.language.rawValue)" \
        href="\(translation.address ?? translation.folder)\(fileName)">

        """ as Markup
      }
    )
  }

  /// Nothing is loaded and nothing runs but the program's own style and script, named by their hashes.
  private var policy: String {
    let styles = [Asset.style, rules, rulesWithoutScript].compactMap { $0?.policy }
      .joined(separator: " ")
    return "default-src 'none'; style-src \(styles); script-src \(script.policy); "
      + "img-src data:; base-uri 'none'; form-action 'none'"
  }
}
