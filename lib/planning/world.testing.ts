import fc from 'fast-check'
import { timeZone } from './arbitraries.testing.ts'
import { addDays } from './days.ts'
import { dealPlans } from './dealings.ts'
import { templateItems, templates } from './template-items.testing.ts'
import { itemKinds, tiers, type PlanItem } from './types.ts'
import { viewPlans, type Pacer, type PlanSource, type PlanView } from './view.ts'

/** A person with their plans, walked day by day: what a database and its acts would do, without one. */
export type World = { today: string; person: Pacer; plans: PlanSource[] }

const minutesADay = fc.constantFrom(0, 0, 20, 25, 45, 52, 60, 60, 70, 90, 120, 180)
const weekdayMinutes = fc
  .array(minutesADay, { minLength: 7, maxLength: 7 })
  .filter((minutes) => minutes.some((each) => each > 0))

/** Readings have an id that other plans share, and the same minutes everywhere. */
const item = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant('read' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...itemKinds) },
  ),
  tier: fc.constantFrom(...tiers),
  minutes: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 4, max: 45 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }) },
  ),
  parts: fc.constantFrom(1, 1, 1, 3, 6),
  phase: fc.integer({ min: 0, max: 3 }),
  reading: fc.integer({ min: 0, max: 30 }),
  pin: fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }) },
  ),
  nearEnd: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(1, 2, 5) }),
})

const madeItems = (most: number) =>
  fc.array(item, { minLength: 1, maxLength: most }).map((all) => (planId: string, start: string) => {
    const seen = new Set<number>()
    return all.map(({ reading, pin, ...each }, position): PlanItem => {
      const isShared = each.kind === 'read' && !seen.has(reading)
      if (isShared) seen.add(reading)
      return {
        ...each,
        id: `${planId}-${position}`,
        minutes: isShared ? 5 + ((reading * 7) % 40) : each.minutes,
        position,
        readingId: isShared ? `reading-${reading}` : null,
        title: `${each.kind} ${position}`,
        state: 'todo',
        day: null,
        pin: pin === null ? null : addDays(start, pin),
      }
    })
  })

const templated = fc
  .constantFrom(...templates.map(({ id }) => id))
  .map((id) => (planId: string) => templateItems(id, `${planId}-`))

const plan = (most: number) =>
  fc.record({
    make: fc.oneof({ weight: 4, arbitrary: madeItems(most) }, { weight: 1, arbitrary: templated }),
    offset: fc.constantFrom(0, 0, 0, 1, 3, 10),
    target: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 4, arbitrary: fc.integer({ min: 2, max: 50 }) },
    ),
    weekdayMinutes,
    daysOff: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 4 }),
  })

export const firstDay = fc.constantFrom('2026-11-30', '2027-01-02', '2011-12-26', '2028-02-27', '2026-03-26')

export type MadePlans = fc.Arbitrary<{ world: World; late: PlanSource }>

/** A person with so many plans, all dealt one after the other; and one more plan that they may take up later. */
export function world(plans: { min: number; max: number }, most = 18): MadePlans {
  return fc
    .record({
      start: firstDay,
      zone: timeZone,
      speedPercent: fc.constantFrom(70, 100, 100, 140),
      made: fc.array(plan(most), { minLength: plans.min, maxLength: plans.max }),
      late: plan(most),
    })
    .map(({ start, zone, speedPercent, made, late }) => {
      const source = (
        { make, offset, target, daysOff, ...rest }: (typeof made)[number],
        planId: string,
      ): PlanSource => {
        const startDate = addDays(start, offset)
        const settings = {
          startDate,
          targetDate: target === null ? null : addDays(startDate, target),
          weekdayMinutes: rest.weekdayMinutes,
          daysOff: daysOff.map((n) => addDays(start, n)),
          timeZone: zone,
        }
        return { planId, settings, items: make(planId, startDate), repairs: [], today: start }
      }
      const person = { speedPercent }
      const empty: World = { today: start, person, plans: [] }
      return {
        world: made.reduce((before, each, n) => act(before, (plans) => [...plans, source(each, `p${n}`)]), empty),
        late: source(late, 'late'),
      }
    })
}

/** An act that moves days: the plans whose days it moves are dealt anew. */
export function act(
  before: World,
  change: (plans: readonly PlanSource[]) => PlanSource[],
  { person = before.person, afresh }: { person?: Pacer; afresh?: string } = {},
): World {
  const after = change(before.plans)
  const { plans } = dealPlans(before, { plans: after, person }, new Set(afresh === undefined ? [] : [afresh]))
  return { ...before, person, plans }
}

export const views = ({ plans, person }: World): PlanView[] => viewPlans(plans, person)

export const onDay = (before: World, today: string): World => ({
  ...before,
  today,
  plans: before.plans.map((plan) => ({ ...plan, today })),
})

/** Does all that today has, in every plan; a reading that is done is done wherever it stands. */
export function doToday(before: World, isDone: (id: string) => boolean = () => true): World {
  const { today } = before
  const due = new Map(
    views(before).flatMap(({ schedule }) =>
      schedule.days.flatMap(({ date, items }) =>
        date === today ? items.filter(({ state }) => state === 'todo').map((one) => [one.id, one] as const) : [],
      ),
    ),
  )
  const finished = new Set<string>()
  const given = (item: PlanItem): PlanItem => {
    const one = due.get(item.id)
    if (!one || item.state !== 'todo' || !isDone(item.id)) return item
    const spentBefore = item.spent ?? 0
    if (one.sitting < one.sittings) return { ...item, spent: spentBefore + one.minutes, spentOn: today, spentBefore }
    if (item.kind === 'read' && item.readingId !== null) finished.add(item.readingId)
    return { ...item, state: 'done', day: today, spentBefore }
  }
  const plans = before.plans.map((plan) => ({ ...plan, items: plan.items.map(given) }))
  return { ...before, plans: follow(plans, finished, today) }
}

/** Does one item out of turn. */
export function doItem(before: World, id: string): World {
  const { today } = before
  const finished = new Set<string>()
  const plans = before.plans.map((plan) => ({
    ...plan,
    items: plan.items.map((item): PlanItem => {
      if (item.id !== id || item.state !== 'todo') return item
      if (item.kind === 'read' && item.readingId !== null) finished.add(item.readingId)
      return {
        ...item,
        state: 'done',
        day: today,
        spentBefore: item.spentOn === today ? (item.spentBefore ?? 0) : (item.spent ?? 0),
      }
    }),
  }))
  return { ...before, plans: follow(plans, finished, today) }
}

function follow(plans: PlanSource[], finished: ReadonlySet<string>, today: string): PlanSource[] {
  if (finished.size === 0) return plans
  return plans.map((plan) => ({
    ...plan,
    items: plan.items.map((item): PlanItem =>
      item.state === 'todo' && item.kind === 'read' && finished.has(item.readingId ?? '')
        ? {
            ...item,
            state: 'done',
            day: today,
            spentBefore: item.spentOn === today ? (item.spentBefore ?? 0) : (item.spent ?? 0),
          }
        : item,
    ),
  }))
}

/** The days to come of each plan, without those that hold nothing. */
export const daysToCome = (seen: readonly PlanView[], from: string) =>
  seen.map(({ schedule }) =>
    schedule.days
      .filter(({ date, items }) => date >= from && items.length > 0)
      .map(({ date, items }) => [date, items.map(({ id, minutes }) => `${id} ${minutes}`).toSorted()]),
  )

/** Ids of what does not fit. */
export const outOf = ({ schedule }: PlanView): Set<string> =>
  new Set([...schedule.fallen.map(({ id }) => id), ...schedule.late])

/** By item: its last day. */
export function lastDays({ schedule }: PlanView): Map<string, string> {
  const last = new Map<string, string>()
  for (const { date, items } of schedule.days) for (const one of items) if (one.state === 'todo') last.set(one.id, date)
  return last
}
