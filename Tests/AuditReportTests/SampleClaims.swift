import ClaimModel

@testable import AuditReport

/// The claims of the sample audit, each with a review of its own kind.
struct SampleClaims {
  let article: SampleArticle

  var all: [AuditedClaim] {
    [cost, whole, today, before, truck, travel, trader]
  }

  private func claim(
    _ number: Int,
    _ words: [String],
    _ kind: Claim.Kind,
    speaker: String? = nil,
    role: String? = nil
  ) -> Claim {
    Claim(
      id: ClaimID(rawValue: "00000000000000a\(number)"),
      document: DocumentID(rawValue: "5f3a9c0d1e2b4a67"),
      kind: kind,
      quote: words,
      content: words.map(article.span),
      speaker: speaker,
      role: role
    )
  }

  private func verdict(_ rating: String, _ explanation: String) -> Verdict {
    Verdict(scale: "default", rating: rating, explanation: explanation)
  }

  private func published(_ number: Int, _ verdict: Verdict) -> [HistoryEntry] {
    [
      SampleAudit.entry(number * 10, 1, "N. Prameswari", .captured),
      SampleAudit.entry(number * 10 + 1, 3, "N. Prameswari", .submitted(verdict)),
      SampleAudit.entry(number * 10 + 2, 5, "A. Siregar", .opinion(verdict, agrees: true)),
      SampleAudit.entry(number * 10 + 3, 6, "A. Siregar", .approved(alone: false)),
      SampleAudit.entry(number * 10 + 4, 6, "A. Siregar", .published),
    ]
  }

  private var cost: AuditedClaim {
    var claim = claim(
      1,
      ["perbaikan menelan biaya Rp48 miliar, naik 20 persen dari rencana"],
      .indirect,
      speaker: "Pemerintah Kota Randualas"
    )
    claim.reasons = [.money, .percentage]
    let verdict = verdict(
      "true",
      "Kontrak dan berita acara memuat Rp48,1 miliar, 20,2 persen di atas rencana. Angka artikel cocok."
    )
    return AuditedClaim(
      claim: claim,
      number: 1,
      status: ClaimStatus(name: "published", stage: .published),
      verdict: verdict,
      published: SampleArticle.hour(6),
      evidence: [SampleEvidence.contract, SampleEvidence.minutes],
      opinions: [
        Opinion(time: SampleArticle.hour(5), actor: "A. Siregar", verdict: verdict, agrees: true)
      ],
      history: published(1, verdict)
    )
  }

  private var whole: AuditedClaim {
    let verdict = verdict(
      "misleading",
      "Angka kini dihitung pada pekan pembukaan, angka dulu pada hari biasa. Keduanya tidak sebanding."
    )
    return AuditedClaim(
      claim: claim(
        2,
        [
          "Sekarang 12.000 kendaraan melintas tiap hari, padahal dulu tidak pernah lebih dari 7.000"
        ],
        .direct,
        speaker: "Sekar Andayani",
        role: "Wali Kota"
      ),
      number: 2,
      status: ClaimStatus(name: "published", stage: .published),
      verdict: verdict,
      published: SampleArticle.hour(6),
      evidence: [SampleEvidence.count],
      replies: [
        RightOfReply(
          contact: "Humas Kota Randualas",
          asked: SampleArticle.hour(2),
          deadline: SampleArticle.hour(26),
          outcome: .answered(SampleArticle.hour(4), "Angka itu dari penghitung otomatis kami.")
        )
      ],
      history: published(2, verdict)
    )
  }

  private var today: AuditedClaim {
    let before = verdict("true", "Penghitung otomatis mencatat 12.040 kendaraan.")
    let after = verdict(
      "half-true",
      "Penghitung mencatat 12.040 kendaraan pada pekan pertama. Rata-rata sebulan 9.300."
    )
    return AuditedClaim(
      claim: claim(
        3,
        ["Sekarang 12.000 kendaraan melintas tiap hari"],
        .direct,
        speaker: "Sekar Andayani",
        role: "Wali Kota"
      ),
      number: 3,
      status: ClaimStatus(name: "published", stage: .corrected),
      verdict: after,
      published: SampleArticle.hour(78),
      evidence: [SampleEvidence.count],
      corrections: [
        Correction(
          time: SampleArticle.hour(78),
          actor: "A. Siregar",
          kind: .rating,
          explanation: "Data sebulan penuh diperoleh.",
          old: before,
          new: after
        )
      ],
      history: published(3, before) + [
        SampleAudit.entry(35, 77, "N. Prameswari", .corrected(.rating, reason: "data baru")),
        SampleAudit.entry(36, 78, "A. Siregar", .published),
      ]
    )
  }

  private var before: AuditedClaim {
    let verdict = verdict("unproven", "Tidak ada hitungan sebelum 2024 yang terbit.")
    return AuditedClaim(
      claim: claim(
        4,
        ["dulu tidak pernah lebih dari 7.000"],
        .direct,
        speaker: "Sekar Andayani",
        role: "Wali Kota"
      ),
      number: 4,
      status: ClaimStatus(name: "in-review", stage: .inReview),
      verdict: verdict,
      notes: [
        ReviewNote(
          time: SampleArticle.hour(3),
          actor: "N. Prameswari",
          text: "Arsip dinas sebelum 2024 diminta."
        )
      ],
      replies: [RightOfReply(contact: "Dinas Jalan", asked: SampleArticle.hour(2))],
      history: Array(published(4, verdict).prefix(2))
    )
  }

  private var truck: AuditedClaim {
    let verdict = verdict("false", "Rambu di kedua ujung membatasi 12 ton, bukan 20 ton.")
    return AuditedClaim(
      claim: claim(
        5,
        ["beban jembatan dibatasi 20 ton", "sampai akhir tahun"],
        .indirect,
        speaker: "Bagas Wiratmoko",
        role: "Kepala Dinas Jalan"
      ),
      number: 5,
      status: ClaimStatus(name: "published", stage: .published),
      verdict: verdict,
      published: SampleArticle.hour(6),
      isSelfApproved: true,
      waiver: "Rambu dilihat sendiri di tempat.",
      evidence: [SampleEvidence.sign],
      replies: [
        RightOfReply(
          contact: "Dinas Jalan",
          asked: SampleArticle.hour(2),
          outcome: .silent(SampleArticle.hour(26))
        )
      ],
      history: published(5, verdict)
    )
  }

  private var travel: AuditedClaim {
    var claim = claim(6, ["waktu tempuh ke pasar induk berkurang separuh"], .indirect)
    claim.flags = [.vagueSource]
    claim.mention = [article.span("berbagai sumber")]
    return AuditedClaim(
      claim: claim,
      number: 6,
      status: ClaimStatus(name: "researching", stage: .researching),
      history: [
        SampleAudit.entry(60, 1, "N. Prameswari", .captured),
        SampleAudit.entry(61, 9, "N. Prameswari", .taken),
      ]
    )
  }

  private var trader: AuditedClaim {
    var claim = claim(7, ["Dulu saya memutar satu jam"], .direct, speaker: "seorang pedagang")
    claim.flags = [.unattributed]
    return AuditedClaim(
      claim: claim,
      number: 7,
      status: ClaimStatus(name: "dropped", stage: .dropped),
      history: [
        SampleAudit.entry(70, 1, "N. Prameswari", .captured),
        SampleAudit.entry(71, 2, "N. Prameswari", .dropped(reason: "pengalaman pribadi")),
      ]
    )
  }
}
