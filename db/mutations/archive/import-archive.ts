import type { Archive } from '#lib/api/archive-file.ts'
import { type Localised, localise } from '#lib/archive/localise.ts'
import { type Merge, type MergeCount, mergeStudy } from '#lib/archive/merge-study.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { readStudy } from '#db/queries/archive/archive-study.ts'
import { idsHere, readingsHere } from '#db/queries/archive/archive-ids.ts'
import { movingDays } from '#db/mutations/planning/dealings.ts'
import { mergePlans, type PlanCounts } from './import-plans.ts'
import { applyStudy } from './import-study.ts'

/** What an import does, or would do. */
export interface ImportReport {
  counts: Merge['counts']
  plans: PlanCounts
  /** Readings of the archive that are not in this catalogue: what hangs on them stays behind. */
  unknown: Localised['unknown']
  isApplied: boolean
}

/**
 * Brings an archive into the viewer's account: merged by id, the newest wins, in one transaction. Doing it again changes
 * nothing. Account data (name, e-mail, zone, speed) is left as it is.
 * @param apply false: nothing is written, and the report says what would be.
 * @param now milliseconds, UTC.
 */
export async function importArchive(
  viewer: Viewer,
  archive: Archive,
  apply: boolean,
  now: number,
): Promise<ImportReport> {
  return transaction((tx) => importWithin(tx, viewer, archive, apply, now))
}

function importWithin(tx: Transaction, viewer: Viewer, archive: Archive, apply: boolean, now: number): ImportReport {
  const { study, plans, unknown } = localise(archive, {
    viewerId: viewer.id,
    readingId: readingsHere(tx, archive),
    ownId: idsHere(tx, viewer, archive),
  })
  const { changes, counts } = mergeStudy(readStudy(tx, viewer), study)
  if (apply) applyStudy(tx, viewer, changes)
  const merge = () => mergePlans(tx, viewer, plans, apply, now)
  return { counts, plans: apply ? movingDays(tx, [viewer.id], now, merge) : merge(), unknown, isApplied: apply }
}

/** Whether a report says that nothing changes. */
export function isNothingNew({ counts, plans }: ImportReport): boolean {
  const all: MergeCount[] = [...Object.values(counts), plans]
  return all.every(({ added, changed }) => added + changed === 0)
}
