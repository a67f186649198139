import Testing

@testable import ReviewWorkflow
