@main struct AirsealParse { static func main() {} }
