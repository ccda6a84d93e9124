import { asOf } from './as-of.ts'
import { fill, type Filled } from './fill.ts'
import { prepare, waitForEnd, type Prepared } from './prepare.ts'
import { foreseenReview } from './review.ts'
import { settle, type Settled } from './settle.ts'
import type { Fixed, PlanItem, ScheduleInput } from './types.ts'
import type { Work } from './work.ts'

/** Days as they were dealt or worked out, before they are shaped for a person. */
export type Run = { prepared: Prepared; filled: Filled; fallen: Work[]; late: Work[]; out: PlanItem[] }

/** What a dealing fixes, and the days that it gives. */
export type Dealing = { fixed: Fixed; run: Run }

/**
 * Deals a plan's items anew, as they stood when today began: what falls, how much is kept for review on each day, what
 * is opened for musts and what waits for the end is fixed until the next dealing.
 *
 * @param keptOut ids of what stays out of the plan: only more may fall
 */
export function deal(input: ScheduleInput, keptOut: readonly string[] = []): Dealing {
  const items = asOf(input.items, input.today)
  const from = firstDay(input)
  const preparing = { input, items, from, others: input.morning, fixed: null }
  const first = prepare({ ...preparing, review: null })
  const review = foreseenReview(first, items, fill(first.fill))
  const prepared = prepare({ ...preparing, review })
  const { works, out } = without(prepared, keptOut)
  const settled = settleOrRun(prepared, works)
  const near = placeNearEnd(input, prepared, settled)
  const { calendar } = prepared
  const byDate = (minutes: Readonly<Record<number, number>>) =>
    Object.fromEntries(Object.entries(minutes).map(([day, given]) => [calendar.date(Number(day)), given]))
  return {
    fixed: {
      out: [...out.map(({ id }) => id), ...[...settled.fallen, ...settled.late].map(({ item }) => item.id)],
      review,
      open: byDate(settled.open),
      openLight: byDate(settled.openLight),
      near,
      pushed: Object.fromEntries(
        settled.filled.placed
          .filter(({ pinned, work, day }) => pinned && work.item.pin !== calendar.date(day))
          .map(({ work, day }) => [work.item.id, calendar.date(day)]),
      ),
      split: works.filter((work) => work.splits).map(({ item }) => item.id),
      full: works.filter((work) => work.full).map(({ item }) => item.id),
    },
    run: { prepared, out, ...settled },
  }
}

/** The first day that can hold anything: today, or the plan's first day where that is still to come. */
export function firstDay({ settings, today }: Pick<ScheduleInput, 'settings' | 'today'>): string {
  return today > settings.startDate ? today : settings.startDate
}

/** The works of a plan without what fell out of it; what is pinned never falls. */
export function without({ works }: Prepared, out: readonly string[]): { works: Work[]; out: PlanItem[] } {
  if (out.length === 0) return { works, out: [] }
  const gone = new Set(out)
  return {
    works: works.filter(({ item }) => !gone.has(item.id)),
    out: works.filter(({ item }) => gone.has(item.id)).map(({ item }) => item),
  }
}

/** Days that keep to the interview day; without one, days that go on until all is placed. */
export function settleOrRun({ fill: input }: Prepared, works: readonly Work[]): Settled {
  if (input.lightFrom === Infinity) {
    const { open, openLight } = input
    return { filled: fill({ ...input, works }), fallen: [], late: [], open, openLight }
  }
  const settled = settle(input, works)
  if (settled.fallen.length + settled.late.length === 0 || works.every(({ notBefore }) => notBefore === 0))
    return settled
  // A wish to stand near the end never makes anything fall.
  return settle(
    input,
    works.map((work) => ({ ...work, notBefore: 0 })),
  )
}

/**
 * Lets items that belong near the end wait for it, where nothing falls for that: of mocks the last one alone. Gives their
 * ISO days.
 */
function placeNearEnd({ settings }: ScheduleInput, prepared: Prepared, settled: Settled): Record<string, string> {
  const { calendar, room, fill: input } = prepared
  if (settings.targetDate === null) return {}
  const gone = new Set([...settled.fallen, ...settled.late])
  const kept = prepared.works.filter((work) => !gone.has(work))
  const near: Record<string, string> = {}
  const standing = new Set(settled.filled.placed.map(({ work }) => work.item.id))
  const lastMock = kept.findLast(({ mock, item }) => mock && standing.has(item.id))
  for (const work of kept.toReversed()) {
    const { nearEnd } = work.item
    if (!nearEnd || !standing.has(work.item.id) || (work.mock && work !== lastMock)) continue
    // The last study day that is early enough, where the days themselves are none.
    let day = input.end - nearEnd
    const isOpen = (at: number) => at < input.end && room(at).minutes > 0 && (nearEnd <= 2 || at < input.lightFrom)
    let until = day
    while (until < input.end && !isOpen(until)) until++
    if (until >= input.end) while (day >= calendar.first && !isOpen(day)) day--
    if (day < calendar.first) continue
    const { notBefore, light } = work
    waitForEnd(work, calendar.date(day), prepared)
    const filled = fill({ ...input, open: settled.open, openLight: settled.openLight, works: kept })
    if (filled.left.length === 0) {
      near[work.item.id] = calendar.date(day)
      settled.filled = filled
    } else {
      work.notBefore = notBefore
      work.light = light
    }
  }
  return near
}
