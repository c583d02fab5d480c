import Facts
import Rules

/// The record of an inspection (biên bản kiểm tra), in HTML for printing and as text.
public struct InspectionRecord: Sendable {
  /// A person at the inspection.
  public struct Person: Sendable {
    public var role: LocalizedText
    public var name: String
    public var unit: String

    public init(role: LocalizedText, name: String, unit: String) {
      self.role = role
      self.name = name
      self.unit = unit
    }
  }

  /// A matter that was asked on the spot.
  public struct Reply: Sendable {
    public var question: LocalizedText
    public var holds: Bool
    public var note: String

    public init(question: LocalizedText, holds: Bool, note: String) {
      self.question = question
      self.holds = holds
      self.note = note
    }
  }

  public var number: String
  /// Serial and short code of the stamp; nil where none was issued.
  public var stamp: String?
  /// Unix seconds.
  public var made: Int64
  public var issuer: String
  public var people: [Person]
  public var replies: [Reply]
  public var seals: [String]
  let content: ReportContent
  let say: Phrases

  public init(
    number: String, stamp: String?, made: Int64, issuer: String, people: [Person], replies: [Reply],
    seals: [String], outcome: Outcome, language: Language
  ) {
    self.number = number
    self.stamp = stamp
    self.made = made
    self.issuer = issuer
    self.people = people
    self.replies = replies
    self.seals = seals
    content = ReportContent(outcome, redactsPaths: false)
    say = Phrases(content, language)
  }

  /// The sections, each a heading with lines.
  var sections: [(title: String, lines: [String])] {
    var sections: [(String, [String])] = [
      (say(Wording.present), people.map { "\(say($0.role)): \(line($0.name)), \(line($0.unit))" }),
      (
        say(Wording.inspected),
        say.head(content.outcome).map { "\($0.name): \(line($0.value))" }
          + content.outcome.identity.filter { [.disk, .nic].contains($0.component) }.map {
            "\(say.label("component", $0.component.rawValue)): \(say(Wording.property($0.name))) \(line($0.value))"
          }
      ),
      (
        say(Wording.onTheSpot),
        replies.map { reply in
          let word = reply.holds ? Wording.yes : Wording.no
          return "\(say(reply.question)) \(say(word))" + (reply.note.isEmpty ? "" : " – \(line(reply.note))")
        }
      ),
    ]
    let findings = content.entries(.finding).flatMap { entry -> [String] in
      let rows = entry.rows.prefix(20).map { line(say($0.message)) }
      return ["\(say(entry.check.title)):"] + rows.map { "  " + $0 }
    }
    sections.append((say(Wording.findings), findings.isEmpty ? [say(Wording.nothingFound)] : findings))
    let verdicts = content.editions.map { edition in
      "\(edition.edition.instrument): \(say(Wording.fitness(edition.fitness)))"
    }
    sections.append(
      (
        say(Wording.conclusion),
        verdicts + [stamp.map { "\(say(Wording.stampOf)): \($0)" } ?? say(Wording.noStamp)]
      ))
    if !seals.isEmpty { sections.append((say(Wording.seals), seals.map(line))) }
    sections.append(
      (
        say(Wording.digests),
        [
          "\(say(Wording.factsDigest)): \(content.outcome.factsDigest)",
          "\(say(Wording.rulesDigest)): \(content.outcome.packDigest)",
        ]
      ))
    return sections
  }

  private func line(_ text: String) -> String { Printable.line(text) }

  var heading: [String] {
    [
      line(issuer), say(Wording.recordTitle), "\(say(Wording.recordNumber)): \(number)",
      say.moment.time(made),
    ]
  }

  /// The record as text.
  public func text() -> String {
    var lines = heading
    for section in sections {
      lines += ["", section.title.uppercased()] + section.lines.map { "- " + $0 }
    }
    lines += ["", say(Wording.twoCopies), ""]
    lines += people.map { "\(say($0.role)) \(say(Wording.signHere)): \(line($0.name))" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The record as one page of HTML without script or foreign parts.
  public func html() -> String {
    var html = HTML()
    html.literal("<!DOCTYPE html>\n")
    html.element("html", ["lang": say.language.rawValue]) { html in
      html.element("head") { html in
        html.void("meta", ["charset": "utf-8"])
        html.void(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ])
        html.element("title", "\(say(Wording.recordTitle)) \(number)")
        html.element("style") { $0.literal(Stylesheet.text) }
      }
      html.element("body") { html in html.element("main") { body(&$0) } }
    }
    html.newline()
    return html.markup
  }

  private func body(_ html: inout HTML) {
    html.element("p") { $0.foreign(issuer) }
    html.element("h1", say(Wording.recordTitle))
    html.element("p", "\(say(Wording.recordNumber)): \(number) – \(say.moment.time(made))")
    for section in sections {
      html.element("section") { html in
        html.element("h2", section.title)
        html.element("ul") { html in
          for line in section.lines { html.element("li") { $0.foreign(line) } }
        }
      }
    }
    html.element("p", say(Wording.twoCopies))
    html.element("table") { html in
      html.element("tr") { html in
        for person in people {
          html.element("td") { html in
            html.element("p", say(person.role))
            html.element("p", say(Wording.signHere), ["class": "note"])
            html.element("p") { $0.foreign(person.name) }
          }
        }
      }
    }
  }
}
