import ClaimModel

@testable import AuditReport

/// The sources of the sample audit.
enum SampleEvidence {
  static let contract = AuditedEvidence(
    evidence: Evidence(
      source: SourceID(rawValue: "kontrak"),
      stance: .supports,
      excerpt: "Nilai akhir pekerjaan Rp48.100.000.000",
      locator: "halaman 6",
      anchor: .exact,
      snapshot: SampleArticle.hash(201)
    ),
    source: Source(
      id: SourceID(rawValue: "kontrak"),
      type: "report",
      title: "Adendum kontrak Jembatan Randualas",
      authors: [.literal("Dinas Jalan Randualas")],
      publisher: "Pemerintah Kota Randualas",
      issued: "2026-08-20",
      url: "https://kota.randualas.example/kontrak/7.pdf",
      independenceGroup: "kota-randualas"
    ),
    copy: StoredCopy(
      hash: SampleArticle.hash(201),
      taken: SampleArticle.hour(2),
      file: "arsip/kontrak.warc.gz",
      original: .unchanged
    )
  )

  static let minutes = AuditedEvidence(
    evidence: Evidence(
      source: SourceID(rawValue: "berita-acara"),
      stance: .supports,
      note: "Rencana awal Rp40 miliar."
    ),
    source: Source(
      id: SourceID(rawValue: "berita-acara"),
      type: "report",
      title: "Berita acara rapat anggaran",
      authors: [.person(family: "Hapsari", given: "Dewi")],
      containerTitle: "Risalah DPRD",
      issued: "2024-03"
    )
  )

  static let count = AuditedEvidence(
    evidence: Evidence(
      source: SourceID(rawValue: "hitungan"),
      stance: .refutes,
      excerpt: "rata-rata harian September 9.300",
      anchor: .normalised,
      snapshot: SampleArticle.hash(202)
    ),
    source: Source(
      id: SourceID(rawValue: "hitungan"),
      type: "dataset",
      title: "Hitungan lalu lintas, September 2026",
      authors: [.literal("Yayasan Jalan Terbuka")],
      issued: "2026",
      url: "https://jalanterbuka.example/data#september"
    ),
    copy: StoredCopy(
      hash: SampleArticle.hash(202),
      taken: SampleArticle.hour(60),
      original: .changed
    )
  )

  static let sign = AuditedEvidence(
    evidence: Evidence(source: SourceID(rawValue: "rambu"), stance: .refutes, anchor: .absent),
    source: Source(
      id: SourceID(rawValue: "rambu"),
      type: "graphic",
      title: "Foto rambu batas beban",
      issued: "2026-09-02",
      url: "javascript:alert(1)"
    )
  )
}
