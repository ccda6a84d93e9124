import { and, eq, lt, sum } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Odds, OddsInput, Variant } from '#lib/planning/odds.ts'
import { offersFor } from '#lib/planning/offers.ts'
import { leastWeeks, recordWeeks } from '#lib/planning/record.ts'
import type { RepairKind } from '#lib/planning/repairs.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { runTask } from '#lib/worker/run-task.ts'
import { db } from '#db/client.ts'
import { promisedDays } from '#db/schema/index.ts'
import { getMinutesByDay } from '#db/queries/study/study-days.ts'
import { memberPlansWithin } from '#db/queries/planning/plan-sources.ts'
import { askedWithin } from '#db/queries/planning/schedules.ts'

/** The chance of getting through a plan's musts, for each way to go on. */
export interface OddsAnswer {
  /** Weeks of the person's record that it rests on. */
  weeks: number
  /** The interview day (ISO). */
  by: string
  asItIs: number
  /** Null where the plan has no coulds left. */
  withoutCoulds: number | null
  repairs: { kind: RepairKind; by: string; chance: number }[]
}

const kept = new LRUCache<string, Promise<Odds>>({ max: 500 })

/**
 * The odds of the viewer's plan, worked out once a day in a worker: `too early` before two weeks of record, null without
 * an interview to come and without musts that are left.
 * @param now milliseconds, UTC
 */
export async function getOdds(viewer: Viewer, planId: string, now: number): Promise<OddsAnswer | 'too early' | null> {
  const today = studyDayOf(viewer, now)
  const plans = memberPlansWithin(db(), viewer, 'doing', now).map(({ source }) => source)
  const plan = plans.find((one) => one.planId === planId)
  if (!plan) return null
  const weeks = recordWeeks(plannedBefore(viewer, today), await getMinutesByDay(viewer), today)
  if (weeks.length < leastWeeks) return 'too early'
  const repairs = offersFor(askedWithin(db(), viewer, planId, now)).flatMap(({ kind, effect }) =>
    effect ? [{ kind, effect }] : [],
  )
  const hasCoulds = plan.items.some(({ tier, state }) => tier === 'could' && state === 'todo')
  const variants: Variant[] = [
    { name: 'as it is' },
    ...(hasCoulds ? [{ name: 'without coulds', withoutCoulds: true }] : []),
    ...repairs.map((repair) => ({ name: repair.kind, repair })),
  ]
  const input: OddsInput = { plans, planId, person: { speedPercent: viewer.speedPercent }, weeks, variants }
  const odds = await once(keyOf(viewer, today, input), input)
  const chanceOf = (name: string) => odds.find((one) => one.name === name)
  const asItIs = chanceOf('as it is')
  if (!asItIs || asItIs.chance === null) return null
  return {
    weeks: weeks.length,
    by: asItIs.by,
    asItIs: asItIs.chance,
    withoutCoulds: chanceOf('without coulds')?.chance ?? null,
    repairs: repairs.flatMap(({ kind }) => {
      const one = chanceOf(kind)
      return one?.chance == null ? [] : [{ kind, by: one.by, chance: one.chance }]
    }),
  }
}

/** Once a day, and again after an act that moves days. */
function keyOf({ id }: Viewer, today: string, { plans, planId, variants }: OddsInput): string {
  const dates = plans.map(({ settings, repairs, items }) => [settings, repairs.length, items.length])
  return JSON.stringify([id, planId, today, dates, variants.map(({ name }) => name)])
}

function once(key: string, input: OddsInput): Promise<Odds> {
  const known = kept.get(key)
  if (known) return known
  const work = runTask('workOutOdds', JSON.stringify(input)).then((output) => JSON.parse(output) as Odds)
  kept.set(key, work)
  // What failed is tried again at the next visit.
  work.catch(() => kept.delete(key))
  return work
}

/** Minutes of all that stood on each day before today. */
function plannedBefore(viewer: Viewer, today: string): Map<string, number> {
  const rows = db()
    .select({ day: promisedDays.day, minutes: sum(promisedDays.planned).mapWith(Number) })
    .from(promisedDays)
    .where(and(eq(promisedDays.userId, viewer.id), lt(promisedDays.day, today)))
    .groupBy(promisedDays.day)
    .all()
  return new Map(rows.map(({ day, minutes }) => [day, minutes]))
}
