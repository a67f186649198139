import ClaimModel
import Foundation
import ReviewWorkflow
import SourceLookup

extension LedgerCheck {
  /// Reads every snapshot, compares it with its name and its records with their digests.
  mutating func checkSnapshots(_ desk: Desk) throws {
    let archive: SnapshotArchive
    do {
      archive = try desk.archive()
    } catch let fault as SnapshotArchive.Fault {
      return faults.append(FetchWording.text(fault))
    }
    var seen: Set<ContentHash> = []
    for capture in archive.captures where seen.insert(capture.snapshot).inserted {
      do {
        let records = try WARCReader.records(try archive.warc(capture.snapshot)).map(\.record)
        if !records.contains(where: { $0.id == capture.record }) {
          faults.append(FetchWording.text(.changed(path: archive.file(of: capture.snapshot).path)))
        }
      } catch let fault as SnapshotArchive.Fault {
        faults.append(FetchWording.text(fault))
      } catch let error as WARCError {
        faults.append("\(archive.file(of: capture.snapshot).path): \(FormatWording.text(error))")
      }
      for stamp in capture.stamps {
        do {
          _ = try archive.reply(stamp, of: capture.snapshot)
        } catch {
          faults.append(FetchWording.text(error))
        }
      }
    }
  }
}
