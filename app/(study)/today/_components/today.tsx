'use client'

import { lazy, Suspense } from 'react'
import { NoteOpener } from '#components/planning/note-opener.tsx'
import { useToday } from '#hooks/use-plans.ts'
import type { TodayAnswer } from '#lib/api/plan-answers.ts'
import { dayFigures } from '#lib/planning/today-words.ts'
import { dayFrom } from '#lib/planning/words.ts'
import { NoPlan } from './no-plan.tsx'
import { PlanLines } from './plan-lines.tsx'
import { Review } from './review.tsx'
import { TodayHead } from './today-head.tsx'
import { TodayList } from './today-list.tsx'

// Only who is behind needs it. Not by `next/dynamic`, which weighs as much as it saves here.
const RepairBand = lazy(() =>
  import('#components/planning/repair-band.tsx').then((file) => ({ default: file.RepairBand })),
)

/** What is due today over all plans: what is left over first, then today's, then a little more. */
export function Today({ initial }: { initial: TodayAnswer }) {
  const { data } = useToday(initial)
  const { today, plans, items, more, review } = data
  const running = plans.filter((plan) => !plan.completed)
  const late = items.filter((item) => item.isLate)
  const rest = items.filter((item) => !item.isLate)
  const { total, leftMinutes, done } = dayFigures(items)
  const isOver = total > 0 && done === total
  const list = { today, namesPlan: plans.length > 1 }
  return (
    <NoteOpener>
      <TodayHead data={data} />
      {plans.length === 0 && <NoPlan />}
      <Suspense>{running.map((plan) => plan.repairs.length > 0 && <RepairBand key={plan.id} plan={plan} />)}</Suspense>
      <div data-keys="today" className="grid gap-10">
        <TodayList title="Left over" items={late} {...list} />
        <TodayList title={late.length > 0 ? 'For today' : null} items={rest} {...list} />
        {running.length > 0 && items.length === 0 && <p className="empty">{nothingDue(data)}</p>}
        {isOver && leftMinutes === 0 && (
          <p className="notice">
            Everything for today is done{review.length > 0 ? ', except for the review below' : ''}.
          </p>
        )}
        <Review review={review} minutes={running.reduce((sum, plan) => sum + plan.review, 0)} />
        <TodayList title="20 minutes more?" items={more} {...list} />
      </div>
      <PlanLines plans={plans} />
    </NoteOpener>
  )
}

function nothingDue({ plans, more, today }: TodayAnswer): string {
  const next = plans.flatMap(({ nextDay }) => nextDay ?? []).toSorted()[0]
  const first = plans.flatMap(({ firstDay }) => firstDay ?? []).toSorted()[0]
  const rest = more.length > 0 ? ' Rest, or take something from below.' : ''
  if (next === undefined) return `Nothing is due today.${rest}`
  return first === next && next > today
    ? `Your plan begins ${onDay(next, today)}.${more.length > 0 ? ' If you like, take something from below before.' : ''}`
    : `Nothing is due today; the next items are for ${dayFrom(next, today)}.${rest}`
}

function onDay(day: string, today: string): string {
  const words = dayFrom(day, today)
  return words === 'tomorrow' ? words : `on ${words}`
}
