import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from './days.ts'
import { deal } from './deal.ts'
import { recall } from './dealings.ts'
import { fill } from './fill.ts'
import { prepare } from './prepare.ts'
import { fitsOf } from './fits.ts'
import { askAbout, offersFor } from './offers.ts'
import { broken } from './oracle.testing.ts'
import { acts, walk, walked } from './acts.testing.ts'
import { act, daysToCome, doItem, doToday, lastDays, onDay, outOf, views, world } from './world.testing.ts'
import type { PlanItem } from './types.ts'
import type { PlanView } from './view.ts'

/** The properties that planning keeps, each to be run over so many random people. */

const seed = process.env.FAST_CHECK_SEED === 'random' ? {} : { seed: 20_261_128 }
const run = (numRuns: number) => ({ numRuns, ...seed, endOnFailure: false })
const plansOf = { min: 1, max: 4 }

/** Doing each day exactly what it says changes no day that is to come, keeps the pace at 0 and lets nothing fall. */
export function toTheLetter(runs: number, days = 40): void {
  fc.assert(
    fc.property(world(plansOf), ({ world: start }) => {
      const first = views(start)
      let now = start
      for (let n = 0; n < days; n++) {
        now = onDay(now, addDays(start.today, n))
        const seen = views(now)
        expect(daysToCome(seen, now.today)).toEqual(daysToCome(first, now.today))
        expect(seen.map(({ pace }) => pace.days)).toEqual(first.map(() => 0))
        now = doToday(now)
        expect(daysToCome(views(now), addDays(now.today, 1))).toEqual(daysToCome(first, addDays(now.today, 1)))
        if (seen.every(({ schedule }) => schedule.remainingMinutes === 0)) break
      }
    }),
    run(runs),
  )
}

/** Whatever becomes of one plan leaves the pace of the others alone. */
export function apart(runs: number): void {
  fc.assert(
    fc.property(
      world({ min: 2, max: 4 }),
      walked,
      fc.constantFrom(...Object.keys(acts)),
      ({ world: start, late }, way, name) => {
        const before = walk(start, way)
        const paces = new Map(views(before).map(({ planId, pace }) => [planId, pace.days]))
        const after = acts[name]!(before, late)
        for (const { planId, pace } of views(after))
          if (planId !== 'p0' && paces.has(planId))
            expect(pace.days, name).toBeGreaterThanOrEqual(paces.get(planId)! - 1e-9)
      },
    ),
    run(runs),
  )
}

/**
 * A plan that goes moves no other plan's items later, but where a reading that it held must now be done there, or where
 * something whole waits for a day that holds it.
 */
export function freesOnly(runs: number): { plans: number; later: number } {
  let plans = 0
  let later = 0
  fc.assert(
    fc.property(world({ min: 2, max: 3 }), walked, ({ world: start }, way) => {
      const before = walk(start, way)
      const then = views(before).slice(1)
      const now = views(acts.delete!(before, before.plans[0]!))
      for (const [n, view] of now.entries()) {
        if (then[n]!.schedule.inOtherPlan.some(({ planId }) => planId === 'p0')) continue
        plans++
        const had = lastDays(then[n]!)
        const has = lastDays(view)
        if ([...had].some(([id, day]) => (has.get(id) ?? '~') > day)) later++
      }
    }),
    run(runs),
  )
  return { plans, later }
}

/** Reading faster or slower never changes how far one is from the plan. */
export function speed(runs: number): void {
  fc.assert(
    fc.property(world(plansOf), walked, fc.integer({ min: 30, max: 300 }), ({ world: start }, way, speedPercent) => {
      const before = walk(start, way)
      const after = act(before, (plans) => [...plans], { person: { speedPercent } })
      expect(views(after).map(({ pace }) => pace.days)).toEqual(views(before).map(({ pace }) => pace.days))
    }),
    run(runs),
  )
}

const importance = ({ tier, kind }: PlanItem) =>
  ({ must: 4, should: 2, could: 0 })[tier] + Number(['drill', 'mock', 'card'].includes(kind))

/** Whether less falls of `after`, as it is seen: by the first item that differs, in order of importance. */
function fallsNoMore(before: PlanView, after: PlanView): boolean {
  const [was, is] = [outOf(before), outOf(after)]
  const differing = after.input.items
    .filter(({ id, state }) => state === 'todo' && was.has(id) !== is.has(id))
    .toSorted((a, b) => importance(b) - importance(a) || a.phase - b.phase || a.position - b.position)
  return differing.length === 0 || was.has(differing[0]!.id)
}

/** Doing an item early never worsens the pace or what falls, and does not move the end. Gives how often it did. */
export function moreIsBetter(runs: number): { tried: number; worse: number; later: number } {
  const counted = { tried: 0, worse: 0, later: 0 }
  fc.assert(
    fc.property(world({ min: 1, max: 2 }), walked, fc.nat(), ({ world: start }, way, pick) => {
      const before = walk(start, way)
      const todo = before.plans.flatMap(({ items }) => items.filter(({ state }) => state === 'todo'))
      if (todo.length === 0) return
      const after = doItem(before, todo[pick % todo.length]!.id)
      const [then, now] = [views(before), views(after)]
      const tomorrow = onDay(doToday(after), addDays(after.today, 1))
      counted.tried++
      for (const [n, view] of now.entries()) {
        expect(view.pace.days).toBeGreaterThanOrEqual(then[n]!.pace.days)
        if (!fallsNoMore(then[n]!, view)) counted.worse++
        const end = (seen: PlanView) => [...lastDays(seen).values()].toSorted().at(-1) ?? ''
        if (end(view) > end(then[n]!)) counted.later++
      }
      expect(tomorrow.today > after.today).toBe(true)
    }),
    run(runs),
  )
  return counted
}

/** Each schedule keeps the rules as they are written down. */
export function keepsTheRules(runs: number): void {
  fc.assert(
    fc.property(world(plansOf), walked, fc.constantFrom(...Object.keys(acts)), ({ world: start, late }, way, name) => {
      for (const seen of [start, acts[name]!(walk(start, way), late)])
        for (const { input, schedule, pace } of views(seen)) {
          const { settings, speedPercent, today, items, morning } = input
          if (today > settings.startDate && pace.minutes < 0) continue
          expect(broken({ settings, speedPercent, today, items, schedule, taken: morning?.taken })).toEqual([])
        }
    }),
    run(runs),
  )
}

/** Nothing that fell at a dealing could be put back by itself, on the days as that dealing made them. */
export function noNeedlessFall(runs: number): number {
  let fallen = 0
  fc.assert(
    fc.property(world({ min: 1, max: 1 }), ({ world: start }) => {
      const [plan] = start.plans
      const input = { ...plan!, speedPercent: start.person.speedPercent, dealt: null }
      const { fixed } = deal(input)
      if (fixed.out.length > 20) return
      // A wish to stand near the end never makes anything fall.
      const wishless = { ...fixed, near: {} }
      const prepared = prepare({
        input,
        items: plan!.items,
        from: plan!.settings.startDate,
        others: undefined,
        fixed: wishless,
        review: fixed.review,
      })
      for (const id of fixed.out) {
        fallen++
        const isMust = plan!.items.find((item) => item.id === id)!.tier === 'must'
        const works = prepared.works.filter(({ item }) => item.id === id || !fixed.out.includes(item.id))
        const { left } = fill({ ...prepared.fill, works })
        expect(left.length, `${id} ${isMust ? 'must' : ''}`).toBeGreaterThan(0)
      }
    }),
    run(runs),
  )
  return fallen
}

/** A reading in several plans takes minutes once: the first plan in turn that keeps it holds it. */
export function once(runs: number): void {
  fc.assert(
    fc.property(world({ min: 2, max: 4 }), walked, ({ world: start }, way) => {
      const seen = views(walk(start, way))
      const turns = seen.toSorted((a, b) => {
        const key = ({ input: { settings } }: PlanView) => `${settings.targetDate ?? '~'} ${settings.startDate}`
        return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
      })
      const holder = new Map<string, string>()
      for (const { planId, schedule } of turns)
        for (const { items } of schedule.days)
          for (const { kind, readingId, state } of items) {
            if (kind !== 'read' || readingId === null || state !== 'todo') continue
            expect(holder.get(readingId) ?? planId).toBe(planId)
            holder.set(readingId, planId)
          }
      for (const { schedule, input } of turns)
        for (const { id, planId } of schedule.inOtherPlan)
          expect(holder.get(input.items.find((item) => item.id === id)!.readingId!)).toBe(planId)
    }),
    run(runs),
  )
}

/** What an offer or a preview says is what happens, for its plan and every other. Gives how many offers there were. */
export function asShown(runs: number): number {
  let offers = 0
  fc.assert(
    fc.property(world({ min: 1, max: 3 }), walked, ({ world: start, late }, way) => {
      const before = walk(start, way)
      const had = new Map(views(before).map((view) => [view.planId, view]))
      for (const { planId } of before.plans)
        for (const offer of offersFor(askAbout(before, planId))) {
          offers++
          const taken = act(
            before,
            (plans) =>
              plans.map((plan) =>
                plan.planId === planId
                  ? { ...plan, repairs: [...plan.repairs, { kind: offer.kind, effect: offer.effect! }] }
                  : plan,
              ),
            { afresh: planId },
          )
          for (const view of views(taken)) {
            const cost = offer.others.find((one) => one.planId === view.planId)
            if (view.planId === planId) {
              expect(view.schedule.late.length).toBe(offer.late)
              expect(view.pace.state === 'on-track' || view.pace.state === 'ahead').toBe(true)
              if (view.input.settings.targetDate !== null) expect(view.input.settings.targetDate).toBe(offer.endDate)
              if (offer.kind === 'shift' || offer.kind === 'squeeze') {
                const known = new Set(had.get(planId)!.dealt.out)
                expect([...outOf(view)].filter((id) => !known.has(id))).toEqual([])
              }
            } else {
              const was = outOf(had.get(view.planId)!)
              expect([...outOf(view)].filter((id) => !was.has(id)).toSorted()).toEqual((cost?.falls ?? []).toSorted())
            }
          }
        }
      const said = fitsOf(recall(before), { ...late, today: before.today }, before.person)
      if (said.problem) return
      const joined = views(acts.join!(before, late))
      const own = joined.find(({ planId }) => planId === 'late')!
      expect(said).toMatchObject({
        endDate: own.schedule.endDate,
        late: own.schedule.late.length,
        days: own.schedule.days,
      })
      for (const { planId, falls } of said.others) {
        const was = outOf(had.get(planId)!)
        const is = outOf(joined.find((view) => view.planId === planId)!)
        expect(falls.toSorted()).toEqual([...is].filter((id) => !was.has(id)).toSorted())
      }
    }),
    run(runs),
  )
  return offers
}

/** No later act changes what a day that is over was promised to hold. */
export function pastIsFixed(runs: number): void {
  fc.assert(
    fc.property(
      world(plansOf),
      walked,
      fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 1, maxLength: 3 }),
      ({ world: start, late }, way, names) => {
        let now = walk(start, way)
        for (const [n, name] of names.entries()) {
          if (now.plans.length === 0) break
          const before = new Map(now.plans.map((plan) => [plan.planId, plan.dealt!]))
          now = acts[name]!(now, name === 'join' ? { ...late, planId: `late-${n}` } : late)
          for (const { planId, dealt } of now.plans) {
            const had = before.get(planId)
            if (had && dealt !== had) expect(dealt!.from >= now.today, name).toBe(true)
          }
        }
      },
    ),
    run(runs),
  )
}
