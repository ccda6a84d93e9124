import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { readersMinutes } from '#lib/catalogue/minutes.ts'
import { transaction } from '#db/client.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import { marks, allReadings, readings } from '#db/schema/index.ts'
import { bumpRevision } from './catalogue-state.ts'

/**
 * Sets the minutes of each reading that at least three people here timed to the median of what they spent; where fewer
 * are left, the estimate stands again. Nobody's own figure is kept or shown.
 * @param now milliseconds, UTC.
 * @returns how many readings changed.
 */
export async function setReadersMinutes(now: number): Promise<number> {
  return transaction((tx) => {
    const timed = tx
      .select({ readingId: marks.readingId, spent: marks.minutesSpent })
      .from(marks)
      .where(and(eq(marks.status, 'done'), isNotNull(marks.minutesSpent)))
      .all()
    const medians = new Map(
      [...Map.groupBy(timed, (mark) => mark.readingId)].flatMap(([id, own]) => {
        const minutes = readersMinutes(own.flatMap((mark) => mark.spent ?? []))
        return minutes === null ? [] : [[id, minutes] as const]
      }),
    )
    const columns = {
      id: readings.id,
      minutes: readings.minutes,
      basis: readings.minutesBasis,
      baseMinutes: readings.baseMinutes,
      baseBasis: readings.baseBasis,
    }
    const before = tx.select(columns).from(readings).where(eq(readings.minutesBasis, 'readers')).all()
    const known = tx
      .select(columns)
      .from(readings)
      .where(inArray(readings.id, [...medians.keys()]))
      .all()
    let changed = 0
    for (const row of new Map([...before, ...known].map((row) => [row.id, row])).values()) {
      const median = medians.get(row.id)
      const minutes = median ?? row.baseMinutes
      const minutesBasis = median === undefined ? row.baseBasis : ('readers' as const)
      if (minutes === row.minutes && minutesBasis === row.basis) continue
      tx.update(allReadings).set({ minutes, minutesBasis }).where(eq(allReadings.id, row.id)).run()
      changed++
    }
    if (changed > 0) {
      rebuildSearchIndex(tx)
      bumpRevision(tx, now)
    }
    return changed
  })
}
