import ClaimModel
import ClaimStore
import ReviewWorkflow

/// Words for what is wrong with a ledger.
enum LedgerWording {
  /// The first event that is wrong, by its place and name, and why.
  static func text(_ fault: LedgerAuditFault) -> String {
    if case .checkpoint(let checkpoint) = fault.reason {
      return say(
        "the ledger is not the one that the checkpoint of \(checkpoint.size) events was signed for: "
          + "something before event \(min(checkpoint.size, fault.position + 1)) was changed or is gone",
        "buku besar ini bukan yang ditandatangani pada titik periksa \(checkpoint.size) peristiwa: "
          + "ada yang diubah atau hilang sebelum peristiwa \(min(checkpoint.size, fault.position + 1))"
      )
    }
    let name = (fault.filedAs ?? "").prefix(12)
    return say(
      "the first bad event is number \(fault.position + 1), \(name): ",
      "peristiwa pertama yang rusak: nomor \(fault.position + 1), \(name): "
    ) + text(fault.reason)
  }

  private static func text(_ reason: LedgerAuditFault.Reason) -> String {
    switch reason {
    case .otherText(let hash): return text(.wrongHash(event: hash))
    case .ledger(let fault): return text(fault)
    case .repeated: return say("it was received before", "sudah pernah diterima")
    case .unreadableSignature:
      return say("its signature cannot be read", "tanda tangannya tidak bisa dibaca")
    case .signature(let standing): return KeyWording.text(standing)
    case .checkpoint: return ""
    }
  }

  static func text(_ fault: LedgerFault) -> String {
    switch fault {
    case .unreadableEvent(let fault):
      return say("cannot be read: \(text(fault))", "tidak bisa dibaca: \(text(fault))")
    case .wrongHash:
      return say(
        "its text is not what its name says: it was changed",
        "isinya tidak cocok dengan namanya: telah diubah"
      )
    case .missingParent(_, let parent):
      return say(
        "an event before it is missing (\(parent.hex.prefix(12)))",
        "peristiwa sebelumnya hilang (\(parent.hex.prefix(12)))"
      )
    case .noBeginning(let claim):
      return say(
        "the history of claim \(claim.short) has no beginning",
        "riwayat klaim \(claim.short) tidak punya awal"
      )
    case .strayEvent(_, let claim):
      return say(
        "it belongs to another claim than \(claim.short)",
        "ini milik klaim lain, bukan \(claim.short)"
      )
    }
  }

  private static func text(_ fault: EventFault) -> String {
    switch fault {
    case .notUTF8: return say("it is not UTF-8", "bukan UTF-8")
    case .notJSON: return say("it is not JSON", "bukan JSON")
    case .otherVersion: return say("its format version is not 1", "versi formatnya bukan 1")
    case .missingMember:
      return say(
        "a member is missing or has the wrong type",
        "ada bagian yang hilang atau salah jenisnya"
      )
    case .parentName: return say("a parent is not a hash", "nama induknya bukan hash")
    case .repeatedParent:
      return say("it names a parent twice", "satu induk disebut dua kali")
    case .claimName:
      return say(
        "its claim's name is not 16 hexadecimal digits",
        "nama klaimnya bukan 16 digit heksadesimal"
      )
    case .unknownType(let type):
      return say("“\(type)” is not a known event", "“\(type)” bukan peristiwa yang dikenal")
    case .incompleteBody(let type):
      return say("the body of “\(type)” is not complete", "isi “\(type)” tidak lengkap")
    case .notCanonical: return say("it is not in canonical form", "bentuknya tidak kanonis")
    case .notALine:
      return say("the line is not that of an event", "baris ini bukan baris peristiwa")
    case .name: return say("its name is not a hash", "namanya bukan hash")
    case .signature:
      return say("its signature cannot be read", "tanda tangannya tidak bisa dibaca")
    }
  }

  /// What a store keeps for speed and the ledger does not say.
  static func text(_ fault: DerivedFault) -> String {
    switch fault {
    case .damagedFile(let detail):
      return say(
        "the ledger's file is damaged: \(detail)",
        "berkas buku besar rusak: \(detail)"
      )
    case .unreadableDocument(let document):
      return say(
        "document \(document): what was found in it cannot be read",
        "dokumen \(document): temuan di dalamnya tidak bisa dibaca"
      )
    case .withoutEvents(let claim):
      return say(
        "claim \(claim): listed, but without events",
        "klaim \(claim): ada di daftar, tetapi tanpa peristiwa"
      )
    case .misfiledEvent(let event, let claim):
      return say(
        "event \(event): it is filed under claim \(claim), not its own",
        "peristiwa \(event): tersimpan pada klaim \(claim), bukan klaimnya sendiri"
      )
    case .uncountedEvent(let name):
      return say(
        "event \(name): it stands before the ledger's first event, where no count reaches it",
        "peristiwa \(name): berada sebelum peristiwa pertama buku besar, di luar hitungan"
      )
    case .otherEntry(let claim):
      return say(
        "claim \(claim): the list entry does not follow from its events",
        "klaim \(claim): isi daftar tidak sesuai dengan peristiwanya"
      )
    case .noCount:
      return say(
        "the row that counts the ledger's events is gone",
        "baris hitungan peristiwa buku besar hilang"
      )
    case .otherCount(let counted, let found):
      return say(
        "the ledger counts \(counted) events, but \(found) are there",
        "buku besar menghitung \(counted) peristiwa, tetapi ada \(found)"
      )
    case .otherSearchEntries:
      return say(
        "the search index does not have the entries that it should have",
        "isi indeks pencarian tidak seperti yang seharusnya"
      )
    }
  }
}
