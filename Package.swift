// swift-tools-version: 6.2
import PackageDescription

/// Settings shared by every target of the package: what a reviewer would otherwise have to look for by eye.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The settings of what reads byte by byte: the extraction, the audits' verifier, and what decompresses.
///
/// Unoptimised, one hostile text of 60 KB kept a test busy for more than five minutes; optimised, all twenty such texts take
/// less than one.
let fast = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "tilik",
  products: [
    .executable(name: "tilik", targets: ["tilik"])
  ],
  traits: [
    .trait(name: "Postgres", description: "Keep ledgers on a PostgreSQL server, through libpq.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .target(name: "ClaimModel", swiftSettings: strict),
    .target(name: "GzipCodec", swiftSettings: fast),
    .target(name: "IngestData", exclude: ["README.md", "article.model"]),
    .target(
      name: "DocumentIngest",
      dependencies: ["ClaimModel", "IngestData", "GzipCodec", crypto],
      swiftSettings: strict
    ),
    .target(name: "LanguageData", exclude: ["Languages", "models"]),
    .target(
      name: "ClaimExtraction",
      dependencies: ["ClaimModel", "LanguageData"],
      swiftSettings: fast
    ),
    .target(name: "DeskSettings"),
    .executableTarget(
      name: "ExtractionTrainer",
      dependencies: ["ClaimModel", "ClaimExtraction", crypto],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "ExtractionFuzzer",
      dependencies: ["ClaimModel", "ClaimExtraction"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "ArticleTrainer",
      dependencies: ["DocumentIngest"],
      swiftSettings: strict
    ),
    .target(
      name: "ReviewWorkflow",
      dependencies: [
        "ClaimModel", "DeskSettings", crypto, .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "ClaimCorpus",
      dependencies: ["ClaimModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict
    ),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(
      name: "ClaimStore",
      dependencies: [
        "ClaimModel", "ReviewWorkflow", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .target(name: "CLibPQ", condition: .when(traits: ["Postgres"])),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "StoreBenchmark",
      dependencies: ["ClaimModel", "ReviewWorkflow", "ClaimStore"],
      path: "Benchmarks/StoreBenchmark",
      swiftSettings: strict
    ),
    .systemLibrary(
      name: "CLibCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .target(name: "CCurl", dependencies: ["CLibCurl"]),
    .target(
      name: "SourceLookup",
      dependencies: ["ClaimModel", "CCurl", "GzipCodec", crypto],
      swiftSettings: strict
    ),
    .target(name: "ReportAssets", exclude: ["css", "js"]),
    .target(
      name: "AuditReport",
      dependencies: ["ClaimModel", "ReportAssets", crypto],
      swiftSettings: fast
    ),
    .executableTarget(
      name: "tilik",
      dependencies: [
        "ClaimModel", "DocumentIngest", "ClaimExtraction", "ReviewWorkflow", "ClaimStore",
        "ClaimCorpus", "SourceLookup", "AuditReport", crypto,
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "ReportBenchmark",
      dependencies: ["AuditReport", "ClaimModel", "ReviewWorkflow", crypto],
      path: "Benchmarks/ReportBenchmark",
      swiftSettings: strict
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ClaimModelTests",
      dependencies: ["ClaimModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DocumentIngestTests",
      dependencies: ["DocumentIngest", "ClaimModel", "TestSupport"],
      exclude: ["Fixtures", "Goldens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ClaimExtractionTests",
      dependencies: ["ClaimExtraction", "ClaimModel", "TestSupport"],
      exclude: ["Fixtures", "Goldens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ExtractionTrainerTests",
      dependencies: ["ExtractionTrainer", "ClaimExtraction", "ClaimModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReviewWorkflowTests",
      dependencies: ["ReviewWorkflow", "ClaimModel", "TestSupport"],
      exclude: ["Fixtures", "Goldens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ClaimStoreTests",
      dependencies: [
        "ClaimStore", "ReviewWorkflow", "ClaimModel", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures", "Goldens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ClaimCorpusTests",
      dependencies: ["ClaimCorpus", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SourceLookupTests",
      dependencies: ["SourceLookup", "GzipCodec", "ClaimModel", "TestSupport"],
      exclude: ["Fixtures", "Goldens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AuditReportTests",
      dependencies: ["AuditReport", "ReviewWorkflow", "ClaimModel", "TestSupport"],
      exclude: ["Checks", "Goldens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["tilik", "ReviewWorkflow", "ClaimModel", "TestSupport"],
      exclude: ["Fixtures", "Goldens", "live_reload.py", "readme.sh"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
