import ArgumentParser

/// What the guided inspection asks for first, as options.
struct InspectionTerms: ParsableArguments {
  @Option(help: ArgumentHelp(say("Cơ quan kiểm tra, cấp tem.", "Body that inspects."), valueName: "name"))
  var issuer: String?
  @Option(help: ArgumentHelp(say("Người kiểm tra.", "Inspector."), valueName: "name"))
  var inspector: String?
  @Option(help: ArgumentHelp(say("Đơn vị sử dụng máy.", "Unit that uses the machine."), valueName: "name"))
  var unit: String?
  @Option(help: ArgumentHelp(say("Người quản lý, sử dụng máy.", "Keeper of the machine."), valueName: "name"))
  var keeper: String?
  @Option(
    help: ArgumentHelp(
      say(
        "Trả lời một câu hỏi, như case_seals=c:Niêm phong 01, 02, hoặc làm rõ phát hiện của một phép kiểm tra; dùng được nhiều lần.",
        "Reply to a question, as case_seals=y:Seals 01, 02, or settle the findings of a check; may be repeated."
      ),
      valueName: "id=c|k:note"))
  var reply: [String] = []
  @Option(
    help: ArgumentHelp(
      say(
        "Tệp YAML các câu trả lời: id: { holds: true, note: … }.",
        "YAML file of replies: id: { holds: true, note: … }."), valueName: "file"))
  var replies: String?
  @Flag(
    help: ArgumentHelp(
      say("Cấp tem mà không hỏi lại nếu ĐẠT.", "Issue the stamp without asking if it passes.")))
  var issue = false
}
