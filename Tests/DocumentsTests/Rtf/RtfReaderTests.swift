import Markings
import Testing

@testable import Documents

struct RtfReaderTests {
  private func parts(_ rtf: String) throws -> [TextPart] { try RtfReader.read(Array(rtf.utf8)).extract.parts }

  private func lines(_ rtf: String, _ kind: TextPart.Kind = .body) throws -> [String] {
    try parts(rtf).filter { $0.kind == kind }.flatMap(\.lines)
  }

  @Test(arguments: [
    (#"{\rtf1\ansi M\u7852?T\par}"#, "MẬT"), (#"{\rtf1\uc2 M\u7852\'41?T}"#, "MẬT"),
    (#"{\rtf1{\uc0 M\u7852}T}"#, "MẬT"), (#"{\rtf1 T\u-9847?x}"#, "Tx"),
    (#"{\rtf1\ansi\ansicpg1258 M\'c2\'f2T}"#, "MẬT"),
    (#"{\rtf1{\fonttbl{\f0\fcharset163 Times;}}\f0 M\'c2\'f2T}"#, "MẬT"),
    (#"{\rtf1{\fonttbl{\f0 .VnTime;}{\f1 Arial;}}\f0 M\'cbT \f1 x}"#, "MậT x"),
    (#"{\rtf1{\fonttbl{\f3\fnil .VnTimeH{\*\falt x};}}\f3 m\'cbt}"#, "MẬT"),
    (#"{\rtf1\deff2{\fonttbl{\f2 VNI-Times;}}MA\'c4T}"#, "MẬT"),
    (#"{\rtf1{\fonttbl{\f0\fcharset134 Sun;}}\f0 \'bb\'fa\'c3\'dc}"#, "机密"),
    (#"{\rtf1 {\b M}{\i\u7852?}T}"#, "MẬT"), (#"{\rtf1 a\~b\_c\'7d\{\}\\}"#, "a\u{A0}b-c}{}\\"),
  ])
  func decodes(_ rtf: String, _ text: String) throws { #expect(try lines(rtf) == [text]) }

  @Test func partsLines() throws {
    #expect(try lines(#"{\rtf1 a\par b\line c\cell d\row\tab e\page}"#) == ["a", "b", "c", "d", "\te"])
  }

  @Test(
    arguments: [
      (#"{\header MAT\par}"#, TextPart.Kind.header), (#"{\footerf MAT}"#, .footer),
      (#"x{\footnote MAT}y"#, .note),
      (#"{\*\annotation{\*\atnref 1}MAT}"#, .comment), (#"{\shp{\*\shpinst{\shptxt MAT\par}}}"#, .textBox),
      (#"{\header{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv MAT}}}}}"#, .watermark),
      (#"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv MAT}}}}"#, .textBox), (#"a{\v MAT}b"#, .hidden),
      (#"a{\deleted MAT}b"#, .deleted), (#"{\info{\title MAT}}"#, .subject),
      (#"{\info{\upr{\title ?}{\*\ud{\title MAT}}}}"#, .subject), (#"{\*\bkmkstart MAT}"#, .label),
      (#"{\field{\*\fldinst MAT}{\fldrslt 1}}"#, .label), (#"{\*\ffdeftext MAT}"#, .formField),
      (#"{\*\do{\dptxbxtext MAT\par}}"#, .textBox),
    ])
  func tellsPlaces(_ group: String, _ kind: TextPart.Kind) throws {
    let found = try parts(#"{\rtf1 "# + group + "}").filter { $0.lines.contains { $0.contains("MAT") } }
    #expect(found.map(\.kind) == [kind])
    #expect(found.first?.lines.first { !$0.isEmpty } == "MAT")
  }

  @Test func readsPropertiesOfUser() throws {
    let rtf =
      #"{\rtf1{\*\userprops{\propname MSIP_Label_1_Name}\proptype30{\staticval TOI MAT}{\propname n}{\staticval v}}}"#
    #expect(try lines(rtf, .property) == ["MSIP_Label_1_Name=TOI MAT", "n=v"])
  }

  @Test(arguments: [
    #"{\colortbl MAT;}"#, #"{\*\unknown MAT}"#, #"{\pict\wmetafile8 4d4154 MAT}"#,
    #"{\stylesheet{\s1 MAT;}}"#,
    #"{\*\shppict{\pict 00 MAT}}"#, #"{\nonshppict{\pict MAT}}"#, #"{\bin3 MAT}"#,
  ])
  func skips(_ group: String) throws { #expect(try parts(#"{\rtf1 "# + group + "}").isEmpty) }

  @Test func handsOverObjects() throws {
    let (_, objects) = try RtfReader.read(
      Array(#"{\rtf1{\object{\*\objdata 0105 00\#n00 02}{\result x}}}"#.utf8))
    #expect(objects == [[1, 5, 0, 0, 2]])
  }

  @Test func saysThatGroupsStayOpen() throws {
    #expect(try RtfReader.read(Array(#"{\rtf1 {\b x}"#.utf8)).extract.isPartial)
    #expect(try !RtfReader.read(Array(#"{\rtf1 {\b x}}"#.utf8)).extract.isPartial)
  }

  @Test func boundsDepth() {
    let rtf = #"{\rtf1"# + String(repeating: "{", count: RtfReader.depthLimit + 1)
    #expect(throws: Unreadable(.tooLarge)) { _ = try RtfReader.read(Array(rtf.utf8)) }
  }
}
