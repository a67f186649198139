import Testing

@testable import SourceLookup

@Suite("The number of a work")
struct WorkNumberTests {
  @Test(
    "is an ISBN where its check digit is right",
    arguments: [
      ("978-602-8519-93-9", "978-602-8519-93-9"), ("ISBN 9786028519939 (pbk.)", "9786028519939"),
      ("978-602-8519-93-8; 0-306-40615-2", "0-306-40615-2"), ("080442957x", "080442957x"),
      ("9786028519938", nil), ("0-306-40615-3", nil), ("19786028519939", nil), ("", nil),
      ("978-0-00-000000-0", nil), ("979 0 00 000000 0", nil),
    ] as [(String, String?)]
  )
  func isbn(text: String, number: String?) {
    #expect(WorkNumber.isbn(text) == number)
  }

  @Test(
    "is an ISSN where its check digit is right, and gets its hyphen",
    arguments: [
      ("2049-3630", "2049-3630"), ("20493630", "2049-3630"), ("ISSN: 2434-561x", "2434-561X"),
      ("2049-3631", nil), ("978-602-8519-93-9", nil), ("2024-2025", nil),
    ] as [(String, String?)]
  )
  func issn(text: String, number: String?) {
    #expect(WorkNumber.issn(text) == number)
  }

  @Test(
    "is one of PubMed in digits, behind its name, or in an address",
    arguments: [
      ("12345678", "12345678"), ("PMID: 123", "123"), ("pmid:123", "123"),
      ("https://pubmed.ncbi.nlm.nih.gov/12345678/", "12345678"),
      ("http://www.ncbi.nlm.nih.gov/pubmed/123", "123"), ("123456789", nil), ("0123", nil),
      ("12 Maret", nil), ("", nil),
    ] as [(String, String?)]
  )
  func pmid(text: String, number: String?) {
    #expect(WorkNumber.pmid(text) == number)
  }

  @Test(
    "is one of PubMed Central or arXiv in the shapes that those give",
    arguments: [
      ("https://www.ncbi.nlm.nih.gov/pmc/articles/pmc1234567/", "PMC1234567", nil),
      ("arXiv:2601.01234v2 [cs.CL]", nil, "2601.01234v2"),
      ("math.GT/0309136", nil, "math.GT/0309136"),
      ("https://arxiv.org/abs/2601.01234", nil, "2601.01234"),
      ("10.48550/arXiv.2601.01234", nil, "2601.01234"), ("PMC1", nil, nil), ("26.012", nil, nil),
      ("https://www.ncbi.nlm.nih.gov/pmc/articles/5815332", "PMC5815332", nil),
      ("5815332", nil, nil),
      ("PMCID: 5815332", "PMC5815332", nil), ("2601.012345", nil, nil),
      ("math.GT/03091367", nil, nil),
    ] as [(String, String?, String?)]
  )
  func preprints(text: String, pmcid: String?, arxiv: String?) {
    #expect(WorkNumber.pmcid(text) == pmcid)
    #expect(WorkNumber.arxiv(text) == arxiv)
  }

  @Test("is of a registry only where that is named at its beginning")
  func named() {
    #expect(WorkNumber.behind("isbn", in: "urn:ISBN:9786028519939") == "9786028519939")
    #expect(WorkNumber.behind("pmid", in: " PMID 123 ") == "123")
    #expect(WorkNumber.behind("pmid", in: "123") == nil)
    #expect(WorkNumber.behind("issn", in: "lihat ISSN 2049-3630") == nil)
  }
}
