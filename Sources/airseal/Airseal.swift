import AirsealCommands

@main
struct Airseal {
  static func main() { AirsealCommand.launch() }
}
