/// A text with what one language's lexicon knows of its words.
///
/// A class only so that it is passed on without being copied; nothing in it changes.
package final class TaggedText: Sendable {
  /// The text.
  package let text: AnalysedText
  /// The language.
  package let pack: LanguagePack
  /// One tag a token.
  package let tags: [Tag]

  /// What is known of the word or phrase that begins at a token.
  package struct Tag: Sendable {
    /// The classes; those of the longest known phrase that begins here.
    package var classes: WordClass = []
    /// The number it stands for; 0 for none.
    package var value: Int16 = 0
    /// How many tokens the phrase has.
    package var length: Int16 = 1
  }

  /// Looks up every token of the text.
  package init(_ text: AnalysedText, _ pack: LanguagePack) {
    var tags = [Tag](repeating: Tag(), count: text.tokens.count)
    let allTokens = text.tokens
    let tokens = allTokens.span
    for paragraph in text.paragraphs {
      for index in paragraph.tokens where tokens[index].isWord || tokens[index].kind == .sign {
        let (entry, length) = pack.lexicon.longest(
          tokens,
          at: index,
          end: paragraph.tokens.upperBound
        )
        tags[index] = Tag(classes: entry.classes, value: entry.value, length: Int16(length))
      }
    }
    self.text = text
    self.pack = pack
    self.tags = tags
  }

  /// Whether the word or phrase at a token is of one of the classes.
  package func has(_ index: Int, _ classes: WordClass) -> Bool {
    !tags[index].classes.isDisjoint(with: classes)
  }

  /// The index just past the phrase that begins at a token.
  package func end(_ index: Int) -> Int { index + Int(tags[index].length) }
}
