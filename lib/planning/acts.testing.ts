import fc from 'fast-check'
import { addDays } from './days.ts'
import type { PlanItem } from './types.ts'
import type { PlanSource } from './view.ts'
import { act, doToday, onDay, type World } from './world.testing.ts'

/** Somebody who does some of what is due, for some days. */
export const walked = fc.record({
  days: fc.integer({ min: 0, max: 12 }),
  skips: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
})

export function walk(start: World, { days, skips }: { days: number; skips: boolean[] }): World {
  let now = start
  let n = 0
  for (let day = 0; day < days; day++)
    now = doToday(onDay(now, addDays(start.today, day)), () => !skips[n++ % skips.length])
  return onDay(now, addDays(start.today, days))
}

type Act = (before: World, late: PlanSource) => World
const first = (plans: readonly PlanSource[]) => plans[0]!
const changed = (before: World, change: (plan: PlanSource) => PlanSource) =>
  act(before, (plans) => plans.map((plan) => (plan === first(plans) ? change(plan) : plan)))
const newItem = (plan: PlanSource): PlanItem => ({
  id: `${plan.planId}-new`,
  kind: 'read',
  tier: 'must',
  minutes: 25,
  parts: 1,
  phase: 0,
  position: -1,
  readingId: null,
  title: 'New',
  state: 'todo',
  day: null,
  pin: null,
})

/** Acts on the first of a person's plans. */
export const acts: Record<string, Act> = {
  delete: (before) => act(before, (plans) => plans.slice(1)),
  trim: (before) => changed(before, (plan) => ({ ...plan, items: plan.items.filter((_, n) => n % 2 === 0) })),
  finish: (before) => ({
    ...before,
    plans: before.plans.map((plan, n) =>
      n > 0
        ? plan
        : {
            ...plan,
            items: plan.items.map((item): PlanItem =>
              item.state === 'todo' ? { ...item, state: 'skipped', day: before.today } : item,
            ),
          },
    ),
  }),
  minutes: (before) =>
    changed(before, (plan) => ({
      ...plan,
      settings: {
        ...plan.settings,
        weekdayMinutes: plan.settings.weekdayMinutes.map((each) => (each === 0 ? 0 : each + 15)),
      },
    })),
  interview: (before) =>
    changed(before, (plan) => ({ ...plan, settings: { ...plan.settings, targetDate: addDays(before.today, 25) } })),
  item: (before) => changed(before, (plan) => ({ ...plan, items: [...plan.items, newItem(plan)] })),
  pin: (before) =>
    changed(before, (plan) => ({
      ...plan,
      items: plan.items.map((item, n) => (n === 0 ? { ...item, pin: addDays(before.today, 2) } : item)),
    })),
  join: (before, late) => act(before, (plans) => [...plans, { ...late, today: before.today }]),
  resume: (before) =>
    act(
      before,
      (plans) =>
        plans.map((plan) =>
          plan === first(plans)
            ? { ...plan, repairs: [...plan.repairs, { kind: 'resume', effect: { from: before.today } }] }
            : plan,
        ),
      { afresh: first(before.plans).planId },
    ),
}
