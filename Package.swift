// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// For what prepares the rules once a program: in a debug build that would take most of its time.
let optimised = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func system(_ name: String, _ package: String?, _ debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: package, providers: [.apt([debian])])
}

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = settings
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
    exclude: exclude,
    swiftSettings: settings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// The targets with parsers that `make fuzz` feeds.
let fuzzed: [Target.Dependency] = [
  "Documents", "ParseWire", "Markings", "LinuxHost", "Collectors", "Facts", "Attestation", "Stamping", "Yaml",
  "TestSupport",
]

let package = Package(
  name: "airseal",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    system("CUdev", "libudev", "libudev-dev"),
    system("CSystemd", "libsystemd", "libsystemd-dev"),
    system("CMagic", "libmagic", "libmagic-dev"),
    system("CArchive", "libarchive", "libarchive-dev"),
    system("CPoppler", "poppler-glib", "libpoppler-glib-dev"),
    system("CXML2", "libxml-2.0", "libxml2-dev"),
    system("CPlist", "libplist-2.0", "libplist-dev"),
    system("CHivex", "hivex", "libhivex-dev"),
    system("CGsf", "libgsf-1", "libgsf-1-dev"),
    system("CGMime", "gmime-3.0", "libgmime-3.0-dev"),
    system("CZ", "zlib", "zlib1g-dev"),
    system("CDeflate", "libdeflate", "libdeflate-dev"),
    system("CLzma", "liblzma", "liblzma-dev"),
    system("CZstd", "libzstd", "libzstd-dev"),
    system("CCairo", "cairo-ft", "libcairo2-dev"),
    system("CQrencode", "libqrencode", "libqrencode-dev"),
    system("CTurboJPEG", "libturbojpeg", "libturbojpeg0-dev"),
    system("CP11Kit", "p11-kit-1", "libp11-kit-dev"),
    system("CYaml", "yaml-0.1", "libyaml-dev"),
    system("CPcre2", "libpcre2-8", "libpcre2-dev"),
    system("CPopplerCpp", "poppler-cpp", "libpoppler-cpp-dev"),
    .target(name: "CShims"),
    .target(name: "CPdfExtra", dependencies: ["CPopplerCpp"]),
    .target(
      name: "CYara", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CZbar", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CSandbox", linkerSettings: [.linkedLibrary("seccomp")]),

    library("Yaml", ["CYaml"], optimised),
    library("Facts", [grdb, sqlite, crypto]),
    library("LinuxHost", ["Facts", "CUdev", "CSystemd", "CShims", "CZ", "CLzma", "CZstd", "Yaml", sqlite]),
    library("Sandbox", ["CSandbox"]),
    library("Markings", ["CShims", "CPcre2", "Yaml"], optimised),
    library("ParseWire", ["Markings", "CShims"]),
    library(
      "Documents",
      [
        "Markings", "ParseWire", "CShims", "CMagic", "CArchive", "CPoppler", "CXML2", "CZ", "CDeflate",
        "CPdfExtra", "CGsf", "CGMime",
      ]),
    library("StampLabel", ["ParseWire", "CCairo", "CQrencode", "CTurboJPEG", "CZbar", "CPoppler"]),
    library(
      "Collectors",
      [
        "Facts", "LinuxHost", "Journal", "Markings", "ParseWire", "CShims", "CPlist", "CHivex", "Yaml",
        "Attestation", "Stamping", crypto,
      ]),
    library("Rules", ["Facts", grdb, sqlite, "Yaml", crypto]),
    library("Reports", ["Rules", "Facts", crypto]),
    library("Attestation", [crypto, cryptoExtras]),
    library("Tokens", ["Attestation", "CP11Kit", crypto]),
    library("Journal", ["Attestation", "LinuxHost", grdb, crypto]),
    library("Stamping", ["Attestation", "Facts", "CShims", grdb, crypto]),
    library(
      "Scanning", ["Facts", "LinuxHost", "Collectors", "Rules", "Reports", "Attestation", "Stamping", crypto]),
    library(
      "Monitoring",
      [
        "Journal", "Collectors", "Facts", "LinuxHost", "Attestation", "CShims", "CSystemd", "Yaml",
        lifecycle, signals, logging,
      ]),
    library(
      "AirsealCommands",
      [
        "Monitoring", "Journal", "Scanning", "Reports", "Rules", "Facts", "LinuxHost", "Collectors",
        "Attestation", "Tokens", "Stamping", "ParseWire", "CShims", "Yaml",
        arguments,
      ]),
    program("airseal", ["AirsealCommands"]),
    program("airseald", ["AirsealCommands"]),
    program("airseal-parse", ["Documents", "StampLabel", "ParseWire", "Sandbox", "CShims", "CYara"]),

    .target(
      name: "SampleBuilder",
      dependencies: [
        "Scanning", "Collectors", "Facts", "LinuxHost", "Rules", "Attestation", "CArchive", "Yaml", grdb,
      ],
      path: "samples/builder", swiftSettings: settings),
    .executableTarget(
      name: "airseal-samples", dependencies: ["SampleBuilder", "Collectors", "Rules"],
      path: "samples/tool", swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Facts", "LinuxHost", "CArchive"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("Yaml", []),
    tests("Facts", [grdb]),
    tests("LinuxHost", ["Facts", grdb]),
    tests("Sandbox", ["airseal-parse"]),
    tests("Markings", ["Yaml"]),
    tests("ParseWire", ["Markings"]),
    tests(
      "Documents", ["Markings", "ParseWire", "LinuxHost", "CGsf"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "FuzzTests", dependencies: fuzzed, exclude: ["Cases", "Driver"], swiftSettings: settings),
    tests(
      "Collectors",
      [
        "Facts", "LinuxHost", "ParseWire", "Markings", "Rules", "Attestation", "Stamping", "Journal",
        "Yaml", crypto, grdb,
      ]),
    tests("Rules", ["Facts", grdb]),
    tests("Reports", ["Rules", "Facts"]),
    tests("Attestation", [crypto, cryptoExtras]),
    tests("Stamping", ["Attestation", "Facts", grdb]),
    tests("Journal", ["Attestation", "LinuxHost", grdb]),
    tests("Monitoring", ["Attestation", "Collectors", "Yaml", "Journal", "LinuxHost", "CShims", grdb]),
    tests(
      "Scanning",
      [
        "Facts", "Rules", "LinuxHost", "Collectors", "Attestation", "Reports", "Stamping", "SampleBuilder",
      ]),
    tests(
      "AirsealCommands",
      [
        "Scanning", "Rules", "Facts", "Attestation", "ParseWire", "Stamping", "SampleBuilder", "Collectors",
      ],
      exclude: ["Inspection/inspect.py"]),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` builds the parsers with libFuzzer; nothing else then belongs to the package.
if Context.environment["AIRSEAL_FUZZ"] != nil {
  package.targets.removeAll { $0.type == .test || $0.name == "SampleBuilder" || $0.name == "airseal-samples" }
  package.targets.append(
    .executableTarget(
      name: "airseal-fuzz", dependencies: fuzzed, path: "Tests/FuzzTests",
      exclude: ["FuzzCaseTests.swift", "Cases"], swiftSettings: settings))
}
