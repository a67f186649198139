import Testing

@testable import SourceLookup
