@main struct Airseal { static func main() {} }
