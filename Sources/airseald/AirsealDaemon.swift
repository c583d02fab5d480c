import AirsealCommands

@main
struct AirsealDaemon {
  static func main() async { await DaemonCommand.launch() }
}
