import type { Viewer } from '#lib/auth/viewer.ts'
import type { TodayAnswer, TodayItem, TodayPlan } from '#lib/api/plan-answers.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { mergeToday, withoutShown } from '#lib/planning/merge-today.ts'
import { askAbout, needsRepair, offersFor } from '#lib/planning/offers.ts'
import { dueDays } from '#lib/planning/promise.ts'
import { reviewOf } from '#lib/planning/review.ts'
import type { PlanItem, Sitting } from '#lib/planning/types.ts'
import { isDone } from '#lib/planning/view.ts'
import { db } from '#db/client.ts'
import { itemDetailsWithin } from './plan-items.ts'
import { type DatedPlan, listDatedPlans } from './schedules.ts'

const MORE_MINUTES = 20

/** What is due today over all the viewer's plans. `today` as in `memberPlansWithin`. */
export async function getToday(viewer: Viewer, now: number, today?: string): Promise<TodayAnswer> {
  const plans = await listDatedPlans(viewer, now, today)
  const items = mergeToday(plans.flatMap((plan) => itemsOf(viewer, plan, sittingsOn(plan))))
  const more = plans.flatMap((plan) => itemsOf(viewer, plan, sittingsAfter(plan)))
  const review = plans.flatMap(({ view, source }) => reviewOf(view.input.items, source.today))
  return {
    today: today ?? studyDayOf(viewer, now),
    plans: plans.map((plan) => planOf(viewer, plan, plans)),
    items,
    more: withoutShown(mergeToday(more), items).slice(0, 3),
    review: [...new Map(review.map((item) => [item.readingId, item])).values()].flatMap(({ readingId, title }) =>
      readingId === null ? [] : [{ readingId, title }],
    ),
  }
}

function planOf(viewer: Viewer, { membership, source, view }: DatedPlan, all: readonly DatedPlan[]): TodayPlan {
  const standing = () => ({
    plans: all.map((plan) => plan.source),
    person: { speedPercent: viewer.speedPercent },
  })
  const day = view.schedule.days.find(({ date }) => date === source.today)
  return {
    id: membership.planId,
    title: membership.title,
    today: source.today,
    firstDay: view.schedule.days.find(({ items }) => items.length > 0)?.date ?? null,
    nextDay:
      view.schedule.days.find(({ date, items }) => date > source.today && items.some(({ state }) => state === 'todo'))
        ?.date ?? null,
    targetDate: view.input.settings.targetDate,
    endDate: view.schedule.endDate,
    pace: view.pace,
    repairs: needsRepair(view) ? offersFor(askAbout(standing(), source.planId)) : [],
    late: view.schedule.late.length,
    minutes: day?.minutes ?? 0,
    review: day?.review ?? 0,
    left: view.schedule.remainingMinutes,
    completed: isDone(view),
  }
}

function sittingsOn({ source, view }: DatedPlan): Sitting[] {
  const due = view.schedule.days.find(({ date }) => date === source.today)?.items ?? []
  return [...due, ...sittingsDone(view.input.items, source.today)]
}

/** Long items that one worked on today and that go on another day: what was given today is not known apart. */
function sittingsDone(items: readonly PlanItem[], today: string): Sitting[] {
  return items
    .filter((item) => item.state === 'todo' && item.spentOn === today && (item.spent ?? 0) > 0)
    .map(({ id, kind, tier, readingId, title, spent = 0 }) => ({
      id,
      kind,
      tier,
      readingId,
      title,
      minutes: spent,
      sitting: 1,
      sittings: 1,
      state: 'todo',
      pinned: false,
    }))
}

/** The next sittings after today, in order, that go into 20 minutes. */
function sittingsAfter({ source, view }: DatedPlan): Sitting[] {
  const later = view.schedule.days.filter(({ date }) => date > source.today).flatMap((day) => day.items)
  const more: Sitting[] = []
  let left = MORE_MINUTES
  for (const sitting of later) {
    // What somebody put on another day is not wanted today.
    if (sitting.state !== 'todo' || sitting.pinned || sitting.sittings > 1 || sitting.minutes > left) continue
    more.push(sitting)
    left -= sitting.minutes
    if (more.length === 3 || left < 5) break
  }
  return more
}

function itemsOf(viewer: Viewer, { membership, source, view }: DatedPlan, sittings: Sitting[]): TodayItem[] {
  const bySitting = new Map(sittings.map((sitting) => [sitting.id, sitting]))
  const stand = new Map<string, PlanItem>(source.items.map((item) => [item.id, item]))
  const wanted = sittings.flatMap(({ id }) => stand.get(id) ?? [])
  const { planId, title: planTitle, pass } = membership
  const details = itemDetailsWithin(db(), viewer, { planId, pass }, wanted)
  const due = dueDays(view.dealt)
  return details
    .map((detail): TodayItem => {
      const { minutes: todayMinutes, sitting, sittings, pinned } = bySitting.get(detail.id)!
      const dueOn = due.get(detail.id) ?? null
      const isLate = dueOn !== null && dueOn < source.today
      const sittingDone = stand.get(detail.id)?.spentOn === source.today
      return {
        ...detail,
        sittingDone,
        planId,
        planTitle,
        also: [],
        todayMinutes,
        sitting,
        sittings,
        pinned,
        due: dueOn,
        isLate,
      }
    })
    .toSorted((a, b) => Number(b.isLate) - Number(a.isLate) || (a.isLate ? compare(a.due!, b.due!) : 0))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
