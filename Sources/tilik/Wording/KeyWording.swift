import ClaimModel
import ReviewWorkflow

/// Words for keys, signatures, checkpoints and proofs.
enum KeyWording {
  static func text(_ fault: KeyFault) -> String {
    switch fault {
    case .name(let name):
      return say(
        "“\(name)” cannot be a key's name: it must not be empty or have spaces or plus signs",
        "“\(name)” tidak bisa menjadi nama kunci: tidak boleh kosong, berspasi, atau memuat tanda plus"
      )
    case .form:
      return say(
        "this is not a key; a key looks like NAME+HASH+BASE64",
        "ini bukan kunci; kunci berbentuk NAMA+HASH+BASE64"
      )
    case .length(let count):
      return say(
        "the key has \(count) bytes, it takes 32",
        "kunci ini \(count) bita, seharusnya 32"
      )
    case .algorithm:
      return say("this is not an Ed25519 key", "ini bukan kunci Ed25519")
    case .hash(let name):
      return say(
        "the key of \(name) was mistyped: its check digits do not fit",
        "kunci \(name) salah ketik: digit pemeriksanya tidak cocok"
      )
    }
  }

  static func text(_ reason: KeyRingFault.Reason) -> String {
    switch reason {
    case .key(let fault): return text(fault)
    case .noPerson:
      return say("the owner's name has to follow the key", "nama pemilik harus mengikuti kunci")
    }
  }

  static func text(_ standing: SignatureStanding) -> String {
    switch standing {
    case .good(let key): return say("signed with \(key.name)", "ditandatangani dengan \(key.name)")
    case .unsigned: return say("not signed", "tidak ditandatangani")
    case .unknownKey(let name):
      return say(
        "signed with an unknown key, \(name)",
        "ditandatangani dengan kunci tak dikenal, \(name)"
      )
    case .otherPerson(let person):
      return say(
        "it carries another name, but \(person) signed it",
        "namanya lain, tetapi \(person) yang menandatanganinya"
      )
    case .wrong(let key):
      return say(
        "its signature is not one of the key \(key)",
        "tanda tangannya bukan dari kunci \(key)"
      )
    }
  }

  static func text(_ fault: NoteFault) -> String {
    switch fault {
    case .text, .form, .signatureCount:
      return say("this is not a signed note", "ini bukan catatan bertanda tangan")
    case .unsigned:
      return say(
        "no key that this desk trusts has signed it (`tilik key trust`)",
        "tidak ada kunci tepercaya yang menandatanganinya (`tilik key trust`)"
      )
    case .wrongSignature(let name):
      return say(
        "the signature of \(name) does not hold: it was changed",
        "tanda tangan \(name) tidak cocok: isinya telah diubah"
      )
    }
  }

  static func text(_ fault: CheckpointFault) -> String {
    switch fault {
    case .origin(let name):
      return say(
        "“\(name)” cannot be a ledger's name: no spaces, no plus signs",
        "“\(name)” tidak bisa menjadi nama buku besar: tanpa spasi, tanpa tanda plus"
      )
    case .form, .size, .root: return say("this is not a checkpoint", "ini bukan titik periksa")
    case .note(let fault): return text(fault)
    case .key(let fault): return text(fault)
    }
  }

  static func text(_ fault: EventProofFault) -> String {
    switch fault {
    case .form: return say("this is not a proof", "ini bukan bukti")
    case .checkpoint(let fault): return text(fault)
    case .size:
      return say("proof and checkpoint are of different ledgers", "bukti dan titik periksa berbeda")
    case .notInLedger(let event):
      return say(
        "the proof does not lead from event \(event.hex.prefix(12)) to the checkpoint",
        "bukti ini tidak menuju titik periksa dari peristiwa \(event.hex.prefix(12))"
      )
    }
  }
}
