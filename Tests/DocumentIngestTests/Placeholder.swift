import Testing

@testable import DocumentIngest
