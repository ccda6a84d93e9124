import { itemKinds, type ItemKind, type PlanItem, type PlanSettings } from './types.ts'
import { minutesAt } from './work.ts'

/** What came of a pass: what its completion page shows. */
export type PassSummary = {
  startDate: string
  targetDate: string | null
  /** First and last ISO day on which something was done; null when nothing was. */
  firstDay: string | null
  lastDay: string | null
  /** Days on which something was done. */
  studyDays: number
  doneMinutes: number
  done: Record<ItemKind, number>
  skipped: number
  left: number
}

/** Sums up a pass. Minutes are estimates at the person's speed. */
export function passSummary(items: readonly PlanItem[], settings: PlanSettings, speedPercent: number): PassSummary {
  const done = items.filter((item) => item.state === 'done')
  const days = [...new Set(done.flatMap((item) => item.day ?? []))].toSorted()
  return {
    startDate: settings.startDate,
    targetDate: settings.targetDate,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    studyDays: days.length,
    doneMinutes: done.reduce((sum, item) => sum + minutesAt(item, speedPercent), 0),
    done: Object.fromEntries(
      itemKinds.map((kind) => [kind, done.filter((item) => item.kind === kind).length]),
    ) as PassSummary['done'],
    skipped: items.filter((item) => item.state === 'skipped').length,
    left: items.filter((item) => item.state === 'todo').length,
  }
}
