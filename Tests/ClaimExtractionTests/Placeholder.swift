import Testing

@testable import ClaimExtraction
