/// The elements of HTML that matter to reading; every other name is ``other`` or ``custom``.
enum HTMLTag: UInt8, CaseIterable {
  /// A name that is not known.
  case other
  /// A name with a hyphen: a component of the page's own, which is nearly always laid out as a block.
  case custom
  case html, head, body, div, p, ul, ol, li, dl, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, pre
  case table, thead, tbody, tfoot, tr, td, th, caption, colgroup, article, section, main, aside
  case nav, header, footer, form, fieldset, figure, figcaption, address, center, details
  case summary, dialog, hgroup, search, noscript, template, svg, math, object, video, audio
  case canvas, button, select, option, optgroup, legend, frameset, frame, menu, marquee, a, abbr
  case acronym, b, bdi, bdo, big, cite, code, data, del, dfn, em, font, i, img, ins, kbd, label
  case mark, nobr, q, rp, rt, ruby, s, samp, small, span, strike, strong, sub, sup, time, tt, u
  case `var`, wbr, picture, source, area, base, br, col, embed, hr, input, link, meta, param
  case track, script, style, xmp, iframe, noembed, noframes, textarea, title

  /// The tag whose name is `name`, whatever its case.
  init(name: ArraySlice<UInt8>) {
    if let known = Self.byKey[Self.key(name)] {
      self = known
    } else {
      self = name.contains(UInt8(ascii: "-")) ? .custom : .other
    }
  }

  /// Whether it has neither content nor end tag.
  var isVoid: Bool { Self.traits[Int(rawValue)] & 1 != 0 }

  /// Whether its content is text in which tags mean nothing.
  var isRawText: Bool { Self.traits[Int(rawValue)] & 2 != 0 }

  /// Whether it stands within a line; every other element begins and ends a block.
  var isInline: Bool { Self.traits[Int(rawValue)] & 4 != 0 }

  /// Whether its start ends an open paragraph (HTML, 13.2.6.4.7).
  var closesParagraph: Bool { Self.traits[Int(rawValue)] & 8 != 0 }

  /// Whether an end tag inside it never reaches an element outside it.
  var isScope: Bool { Self.traits[Int(rawValue)] & 16 != 0 }

  /// Whether its text is never shown as part of a page.
  var isHidden: Bool { Self.traits[Int(rawValue)] & 32 != 0 }

  /// 1 to 6 for `h1` to `h6`, else 0.
  var headingLevel: Int {
    rawValue >= Self.h1.rawValue && rawValue <= Self.h6.rawValue
      ? Int(rawValue - Self.h1.rawValue) + 1 : 0
  }

  private static let traits: [UInt8] = {
    var traits = [UInt8](repeating: 0, count: allCases.count)
    func mark(_ bit: UInt8, _ tags: [HTMLTag]) {
      for tag in tags { traits[Int(tag.rawValue)] |= bit }
    }
    mark(1, [.area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source])
    mark(1, [.track, .wbr, .frame])
    mark(2, [.script, .style, .xmp, .iframe, .noembed, .noframes, .textarea, .title])
    mark(4, [.other, .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn])
    mark(4, [.em, .font, .i, .img, .ins, .kbd, .label, .mark, .nobr, .q, .rp, .rt, .ruby, .s])
    mark(4, [.samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .var, .wbr])
    mark(4, [.picture, .source, .script, .style, .link, .meta, .iframe, .noembed, .param])
    mark(8, [.address, .article, .aside, .blockquote, .center, .details, .dialog, .div, .dl])
    mark(8, [.fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6])
    mark(8, [.header, .hgroup, .hr, .main, .menu, .nav, .ol, .p, .pre, .search, .section])
    mark(8, [.summary, .table, .ul, .li, .dd, .dt])
    mark(16, [.html, .table, .td, .th, .caption, .marquee, .object, .template])
    mark(32, [.head, .noscript, .template, .svg, .math, .object, .video, .audio, .canvas])
    mark(32, [.select, .textarea, .script, .style, .iframe, .noembed, .noframes, .title])
    mark(32, [.rp])
    return traits
  }()

  private static let byKey: [UInt64: HTMLTag] = {
    var table: [UInt64: HTMLTag] = [:]
    for tag in allCases where tag != .other && tag != .custom {
      table[key(Array(String(describing: tag).utf8)[...])] = tag
    }
    return table
  }()

  /// The first seven letters in lower case and the length, which tells all known names apart.
  private static func key(_ name: ArraySlice<UInt8>) -> UInt64 {
    var key = UInt64(min(name.count, 255))
    for byte in name.prefix(7) { key = key << 8 | UInt64(byte.lowered) }
    return key
  }
}
