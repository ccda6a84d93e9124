'use client'

import { lazy, Suspense, useId } from 'react'
import { ItemRow } from '#components/planning/item-row.tsx'
import type { TodayItem } from '#lib/api/plan-answers.ts'
import type { TimerSubject } from '#lib/study/timer.ts'
import { dayFrom } from '#lib/planning/words.ts'
import { SpentField } from '#components/planning/spent-field.tsx'
import { useItemActions } from '#components/planning/use-item-actions.ts'
import { andThenNext } from './next-row.ts'

const TimerButton = lazy(() =>
  import('#components/study/timer-button.tsx').then((file) => ({ default: file.TimerButton })),
)

interface TodayListProps {
  title: string | null
  items: TodayItem[]
  today: string
  /** Whether to name each item's plan: not needed with only one plan. */
  namesPlan: boolean
}

/** Some of today's items under a heading. */
export function TodayList({ title, items, today, namesPlan }: TodayListProps) {
  const id = useId()
  const { actionsOf, setSpent } = useItemActions(today)
  if (items.length === 0) return null
  return (
    <section aria-labelledby={title ? id : undefined} aria-label={title ? undefined : 'For today'}>
      {title && (
        <h2 id={id} className="mb-2">
          {title}
        </h2>
      )}
      <ol className="items">
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            minutes={item.todayMinutes}
            timer={
              item.state === 'todo' && (
                <Suspense fallback={<span className="timer min-w-6" />}>
                  <TimerButton subject={timedOf(item)} title={item.title} />
                </Suspense>
              )
            }
            line={[
              item.sittingDone ? 'today’s sitting is done' : '',
              item.sittings > 1 ? `sitting ${item.sitting} of ${item.sittings}` : '',
              namesPlan ? plansOf(item) : '',
              item.due !== null && item.due < today ? `from ${dayFrom(item.due, today)}` : '',
            ].filter(Boolean)}
            took={
              item.state === 'done' && (
                <SpentField
                  title={item.title}
                  planned={item.todayMinutes}
                  minutes={item.minutesSpent}
                  onSpent={(minutes) => setSpent(item, minutes)}
                />
              )
            }
            {...andThenNext(item, actionsOf(item, { ...item, asksMinutes: false }))}
          />
        ))}
      </ol>
    </section>
  )
}

/** A reading is timed as itself, so that its minutes count wherever it stands. */
function timedOf({ id, kind, readingId }: TodayItem): TimerSubject {
  return kind === 'read' && readingId !== null ? { readingId } : { itemId: id }
}

/** The plan that an item is in, or all of them. */
function plansOf({ planTitle, also }: TodayItem): string {
  return [...new Set([planTitle, ...also.map((other) => other.planTitle)])].join(' and ')
}
