import Testing

@testable import ClaimStore
