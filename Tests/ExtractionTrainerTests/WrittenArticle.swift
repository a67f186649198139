import ClaimModel
import Foundation
import Testing

@testable import ExtractionTrainer

/// An article written for the tests; its people, towns and offices are made up.
struct WrittenArticle: Sendable {
  /// Source, cue and pieces of content of each attribution, in text order, as printed.
  typealias Said = (source: String, cue: String, content: [String])

  let text: String
  let said: [Said]

  /// The article in the gold's form: each part is looked for behind the attribution before it begins.
  func gold(_ language: LanguageTag) throws -> GoldDocument {
    var from = text.startIndex
    let attributions = try said.map { said in
      let first = try #require(text.range(of: said.content[0], range: from..<text.endIndex))
      let content = try said.content.map { piece in
        try span(piece, near: first.lowerBound, after: from)
      }
      let attribution = GoldDocument.Attribution(
        content: content,
        cue: said.cue.isEmpty ? [] : [try span(said.cue, near: first.lowerBound, after: from)],
        source:
          said.source.isEmpty ? [] : [try span(said.source, near: first.lowerBound, after: from)],
        speaker: ""
      )
      from = first.lowerBound
      return attribution
    }
    return GoldDocument(id: "", language: language, text: text, attributions: attributions)
  }

  /// The place of some words that is nearest to an index.
  private func span(
    _ words: String,
    near index: String.Index,
    after from: String.Index
  ) throws -> TextSpan {
    let target = index.utf16Offset(in: text)
    var best: Range<String.Index>?
    var start = text.startIndex
    while let found = text.range(of: words, range: start..<text.endIndex) {
      let distance = abs(found.lowerBound.utf16Offset(in: text) - target)
      if let known = best, abs(known.lowerBound.utf16Offset(in: text) - target) <= distance {
        break
      }
      best = found
      start = text.index(after: found.lowerBound)
    }
    let found = try #require(best, "“\(words)” is not in the text")
    return TextSpan(
      text.utf8.distance(from: text.startIndex, to: found.lowerBound),
      text.utf8.distance(from: text.startIndex, to: found.upperBound)
    )
  }

  static let indonesian = [
    WrittenArticle(
      text: """
        Wali Kota Lembayung Ratna Kusuma mengatakan pasar lama akan dibongkar pada Juni.
        "Pedagang kami pindahkan dulu ke lapangan, baru pasar dibongkar," kata Ratna di balai kota, Senin (3/2/2025).
        Ia berjanji tidak ada pedagang yang kehilangan kios.
        Menurut Ratna, pembangunan pasar baru menelan biaya Rp12 miliar.
        """,
      said: [
        (
          "Wali Kota Lembayung Ratna Kusuma", "mengatakan",
          ["pasar lama akan dibongkar pada Juni"]
        ),
        ("Ratna", "kata", ["Pedagang kami pindahkan dulu ke lapangan, baru pasar dibongkar,"]),
        ("Ia", "berjanji", ["tidak ada pedagang yang kehilangan kios"]),
        ("Ratna", "Menurut", ["pembangunan pasar baru menelan biaya Rp12 miliar"]),
      ]
    ),
    WrittenArticle(
      text: """
        "Air naik sejak tengah malam," ujar Arman Sutedja, warga Kampung Weladi, "dan kami naik ke atap."
        Arman mengaku belum menerima bantuan makanan.
        Kepala Badan Penanggulangan Bencana Kota Banyurata, Sekar Ayuning, menjelaskan bahwa tiga perahu karet sudah dikirim.
        "Dapur umum tetap buka sampai Jumat," ujarnya.
        Ia meminta warga tidak kembali ke rumah sebelum air surut.
        """,
      said: [
        (
          "Arman Sutedja, warga Kampung Weladi", "ujar",
          ["Air naik sejak tengah malam,", "dan kami naik ke atap."]
        ),
        ("Arman", "mengaku", ["belum menerima bantuan makanan"]),
        (
          "Kepala Badan Penanggulangan Bencana Kota Banyurata, Sekar Ayuning", "menjelaskan",
          ["tiga perahu karet sudah dikirim"]
        ),
        ("ujarnya", "ujarnya", ["Dapur umum tetap buka sampai Jumat,"]),
        ("Ia", "meminta", ["warga tidak kembali ke rumah sebelum air surut"]),
      ]
    ),
    WrittenArticle(
      text: """
        Anggota DPRD Banyurata Laksmi Aryasena menilai anggaran tanggul terlalu kecil.
        "Tanggul itu dibangun tahun 1987 dan tidak pernah diperbaiki," tegasnya.
        Laksmi menambahkan, dinas sudah dua kali menerima laporan warga.
        Kepala Dinas Pekerjaan Umum Harjo Widagdo membantah tudingan itu.
        Harjo menyebut perbaikan tanggul menunggu hasil lelang.
        """,
      said: [
        (
          "Anggota DPRD Banyurata Laksmi Aryasena", "menilai",
          ["anggaran tanggul terlalu kecil"]
        ),
        (
          "tegasnya", "tegasnya",
          ["Tanggul itu dibangun tahun 1987 dan tidak pernah diperbaiki,"]
        ),
        ("Laksmi", "menambahkan", ["dinas sudah dua kali menerima laporan warga"]),
        ("Kepala Dinas Pekerjaan Umum Harjo Widagdo", "membantah", ["tudingan itu"]),
        ("Harjo", "menyebut", ["perbaikan tanggul menunggu hasil lelang"]),
      ]
    ),
    WrittenArticle(
      text: """
        Juru bicara maskapai Garis Langit, Dewi Pranata, menegaskan seluruh penumpang selamat.
        "Pesawat mendarat dengan satu mesin, sesuai prosedur," jelas Dewi.
        Dewi memastikan penumpang mendapat penginapan malam ini.
        Seorang penumpang, Tugiman Resa, menceritakan kabin sempat gelap beberapa menit.
        "Kami hanya bisa berdoa," tutur dia.
        Kementerian Angkutan menyatakan penyelidikan dimulai pekan depan.
        """,
      said: [
        (
          "Juru bicara maskapai Garis Langit, Dewi Pranata", "menegaskan",
          ["seluruh penumpang selamat"]
        ),
        ("Dewi", "jelas", ["Pesawat mendarat dengan satu mesin, sesuai prosedur,"]),
        ("Dewi", "memastikan", ["penumpang mendapat penginapan malam ini"]),
        (
          "Seorang penumpang, Tugiman Resa", "menceritakan",
          ["kabin sempat gelap beberapa menit"]
        ),
        ("dia", "tutur", ["Kami hanya bisa berdoa,"]),
        ("Kementerian Angkutan", "menyatakan", ["penyelidikan dimulai pekan depan"]),
      ]
    ),
  ]

  static let english = [
    WrittenArticle(
      text: """
        The mayor of Port Fallow, Mara Ellwood, said the harbour wall would be rebuilt by spring.
        “The old wall was never meant to last this long,” Ellwood told reporters on Monday.
        She added that the work would cost two million dollars.
        According to the port authority, eleven boats were lost in the storm.
        """,
      said: [
        (
          "The mayor of Port Fallow, Mara Ellwood", "said",
          ["the harbour wall would be rebuilt by spring"]
        ),
        ("Ellwood", "told", ["“The old wall was never meant to last this long,”"]),
        ("She", "added", ["that the work would cost two million dollars"]),
        (
          "the port authority", "According to", ["eleven boats were lost in the storm"]
        ),
      ]
    ),
    WrittenArticle(
      text: """
        Chief Superintendent Gwen Aldous said burglaries in Dunmarrow had halved since 2023.
        “We are not declaring victory,” she said, “but we are not hiding good news either.”
        Aldous told the committee that insurers had begun to lower premiums.
        Councillor Piers Hallam questioned the figures.
        “Count them the old way and the fall is nearer a quarter,” said Hallam, who sits on the safety committee.
        Hallam argued that attempted burglaries should be counted again.
        """,
      said: [
        (
          "Chief Superintendent Gwen Aldous", "said",
          ["burglaries in Dunmarrow had halved since 2023"]
        ),
        (
          "she", "said",
          ["“We are not declaring victory,”", "“but we are not hiding good news either.”"]
        ),
        ("Aldous", "told", ["that insurers had begun to lower premiums"]),
        ("Councillor Piers Hallam", "questioned", ["the figures"]),
        (
          "Hallam", "said",
          ["“Count them the old way and the fall is nearer a quarter,”"]
        ),
        ("Hallam", "argued", ["that attempted burglaries should be counted again"]),
      ]
    ),
    WrittenArticle(
      text: """
        Ferry fares will not rise this year, the company announced on Friday.
        “Passengers have paid enough,” said Orla Finch, a spokeswoman for Sound Ferries.
        Finch said that winter sailings would continue.
        Residents of Skerrow said they feared the island would lose its last boat.
        “If the boat goes, the school goes,” said Tam Brodie, a teacher.
        Brodie wrote in a letter to the company that forty families depend on it.
        """,
      said: [
        ("the company", "announced", ["Ferry fares will not rise this year,"]),
        (
          "Orla Finch, a spokeswoman for Sound Ferries", "said",
          ["“Passengers have paid enough,”"]
        ),
        ("Finch", "said", ["that winter sailings would continue"]),
        (
          "Residents of Skerrow", "said",
          ["they feared the island would lose its last boat"]
        ),
        ("Tam Brodie, a teacher", "said", ["“If the boat goes, the school goes,”"]),
        (
          "Brodie", "wrote", ["that forty families depend on it"]
        ),
      ]
    ),
    WrittenArticle(
      text: """
        Senator Ivo Marsh believes the water treaty is unfair to farmers.
        “Nobody asked us before they signed it,” Marsh said.
        He warned that wells in the valley would run dry within ten years.
        A report by the Valley Institute found that the river had lost a third of its flow.
        Minister Ada Quill rejected the criticism, saying the treaty protects every farm.
        """,
      said: [
        ("Senator Ivo Marsh", "believes", ["the water treaty is unfair to farmers"]),
        ("Marsh", "said", ["“Nobody asked us before they signed it,”"]),
        ("He", "warned", ["that wells in the valley would run dry within ten years"]),
        (
          "A report by the Valley Institute", "found",
          ["that the river had lost a third of its flow"]
        ),
        ("Minister Ada Quill", "saying", ["the treaty protects every farm"]),
      ]
    ),
  ]
}
