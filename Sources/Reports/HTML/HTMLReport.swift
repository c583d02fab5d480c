import Facts
import Rules

/// The report for people: one file without script or foreign parts, to be read on a screen or printed on A4.
public struct HTMLReport {
  let content: ReportContent
  let options: ReportOptions
  let say: Phrases

  /// Rows of one list; the rest is in the JSON report.
  static let cut = 1000

  public init(outcome: Outcome, options: ReportOptions) {
    self.content = ReportContent(outcome, redactsPaths: options.redactsPaths)
    self.options = options
    self.say = Phrases(content, options.language)
  }

  public func render() -> String {
    var html = HTML()
    html.literal("<!DOCTYPE html>\n")
    html.element("html", ["lang": options.language.rawValue]) { html in
      html.element("head") { head(&$0) }
      html.newline()
      html.element("body") { html in
        html.element("main") { html in
          firstScreen(&html)
          actions(&html)
          timeline(&html)
          findings(&html)
          open(&html)
          blind(&html)
          informational(&html)
          passed(&html)
          answers(&html)
          waivers(&html)
          ledger(&html)
          identity(&html)
        }
        footer(&html)
      }
    }
    html.newline()
    return html.markup
  }

  private func head(_ html: inout HTML) {
    html.void("meta", ["charset": "utf-8"])
    html.void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'",
      ])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.void("meta", ["name": "referrer", "content": "no-referrer"])
    let machine = say.subject(content.outcome)
    html.element("title", "\(say(Wording.title(isMedium: content.isMedium))) – \(machine)")
    html.element("style") { $0.literal(Stylesheet.text) }
  }

  func more(_ count: Int, _ html: inout HTML) {
    guard count > Self.cut else { return }
    html.element("p", say(Wording.more(count - Self.cut, Wording.inJSON)), ["class": "note"])
  }

  func section(_ title: LocalizedText, _ count: Int? = nil, _ html: inout HTML, _ body: (inout HTML) -> Void)
  {
    html.newline()
    html.element("section") { html in
      html.element("h2", say(title) + (count.map { " (\($0))" } ?? ""))
      body(&html)
    }
  }

  /// A table with a heading for each column; cells are foreign texts.
  func table(
    _ header: [LocalizedText], _ rows: [[String]], _ html: inout HTML, attributes: HTML.Attributes = [:]
  ) {
    html.element("table", attributes) { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for name in header { html.element("th", say(name), ["scope": "col"]) }
        }
      }
      html.element("tbody") { html in
        for row in rows.prefix(Self.cut) {
          html.element("tr") { html in
            for cell in row { html.element("td") { $0.foreign(cell) } }
          }
        }
      }
    }
    more(rows.count, &html)
  }

  func fields(_ fields: [(name: String, value: String)], _ html: inout HTML, isHash: Bool = false) {
    html.element("dl") { html in
      for (name, value) in fields {
        html.element("dt", name)
        html.element("dd", isHash ? ["class": "hash"] : [:]) { $0.foreign(value) }
      }
    }
  }
}
