import fc from 'fast-check'
import { addDays } from './days.ts'
import { itemKinds, tiers, type Others, type PlanItem, type PlanSettings, type ScheduleInput } from './types.ts'

/** Random plans for the property tests: every kind of item, state, pin and day. */

const zones = Intl.supportedValuesOf('timeZone')
const epochDay = '2000-01-01'
const lastDay = 14_975 // 2040-12-31

export const timeZone = fc.oneof(
  fc.constantFrom('Pacific/Apia', 'Europe/Vienna', 'America/Sao_Paulo'),
  fc.constantFrom(...zones),
)
export const isoDay = fc
  .oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: lastDay }) },
    { weight: 1, arbitrary: fc.constantFrom(4370, 4378, 4380, 4381) },
  )
  .map((days) => addDays(epochDay, days))

const weekdayMinutes = fc
  .array(fc.oneof(fc.constantFrom(0, 10, 20, 30, 45, 60, 70, 90, 120), fc.integer({ min: 0, max: 300 })), {
    minLength: 7,
    maxLength: 7,
  })
  .filter((minutes) => minutes.some((each) => each > 0))

/** A random plan, with what others take of its days beside it. */
export type MadePlan = ScheduleInput & { morning: Others; others: Others }

export type Maker = { days?: number; onlyTodo?: boolean; noPins?: boolean; noTaken?: boolean; target?: boolean }

export function settingsAt(start: string, target?: boolean): fc.Arbitrary<PlanSettings> {
  return fc.record({
    startDate: fc.constant(start),
    targetDate: fc
      .option(fc.integer({ min: 0, max: 60 }), { nil: target ? 30 : null, freq: 3 })
      .map((days) => (days === null ? null : addDays(start, days))),
    weekdayMinutes,
    daysOff: fc
      .array(fc.integer({ min: -3, max: 40 }), { maxLength: 6 })
      .map((all) => all.map((n) => addDays(start, n))),
    timeZone,
  })
}

function itemAt(start: string, today: string, { onlyTodo, noPins }: Maker) {
  return fc
    .record({
      kind: fc.oneof(fc.constant('read' as const), fc.constantFrom(...itemKinds)),
      tier: fc.constantFrom(...tiers),
      minutes: fc.oneof(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 400 })),
      parts: fc.oneof(
        { weight: 4, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 2, max: 12 }) },
      ),
      phase: fc.integer({ min: 0, max: 4 }),
      state: onlyTodo ? fc.constant('todo' as const) : fc.constantFrom('todo', 'todo', 'todo', 'done', 'skipped'),
      ago: fc.integer({ min: 0, max: 30 }),
      pin: noPins
        ? fc.constant(null)
        : fc.oneof(
            { weight: 8, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: fc.integer({ min: -10, max: 70 }) },
          ),
      spent: onlyTodo ? fc.constant(0) : fc.constantFrom(0, 0, 0, 0, 5, 30, 500),
      trimmed: onlyTodo ? fc.constant(false) : fc.constantFrom(false, false, false, false, true),
    })
    .map(({ ago, pin, state, spent, trimmed, ...rest }) => ({
      ...rest,
      state,
      readingId: null,
      day: state === 'todo' ? null : addDays(today, -ago),
      pin: pin === null ? null : addDays(start, pin),
      spent: state === 'todo' ? spent : 0,
      spentOn: state === 'todo' && spent > 0 ? addDays(today, -(ago % 3)) : null,
      spentBefore: state === 'todo' && ago % 3 === 0 ? Math.floor(spent / 2) : 0,
      trimmed: trimmed && rest.tier !== 'must',
    }))
}

/** A plan with up to 40 items. */
export function planInput(maker: Maker = {}): fc.Arbitrary<MadePlan> {
  return fc.tuple(isoDay, fc.integer({ min: -5, max: 40 })).chain(([start, ran]) => {
    const today = addDays(start, maker.onlyTodo ? 0 : ran)
    return fc
      .record({
        settings: settingsAt(start, maker.target),
        speedPercent: fc.constantFrom(50, 80, 100, 100, 130, 200),
        today: fc.constant(today),
        items: fc
          .array(itemAt(start, today, maker), { maxLength: 40 })
          .map((items) =>
            items.map((item, i): PlanItem => ({ ...item, id: `i${i}`, title: `Item ${i}`, position: i })),
          ),
        taken: maker.noTaken
          ? fc.constant(new Map<string, number>())
          : fc
              .array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 1, max: 90 })), { maxLength: 8 })
              .map((all) => new Map(all.map(([n, minutes]) => [addDays(start, n), minutes]))),
      })
      .map(({ taken, ...input }) => {
        const others = { taken, held: new Map<string, never>() }
        return { ...input, morning: others, others }
      })
  })
}
