'use client'

import { useQuery } from '@tanstack/react-query'
import { todayQuery } from '#hooks/use-plans.ts'
import { dayFigures, dayInWords, standingInWords } from '#lib/planning/today-words.ts'
import { ItemRow } from './item-row.tsx'
import { useItemActions } from './use-item-actions.ts'

const shown = 3

/** How the day stands and the next things to do, to be ticked where they stand. */
export function DayAtHand() {
  const { data, isError } = useQuery(todayQuery)
  const { actionsOf } = useItemActions(data?.today ?? '')
  if (isError) return <p className="quiet">Your day could not be loaded. It stands on the page of today.</p>
  if (!data) return null
  if (data.plans.length === 0)
    return (
      <p className="mt-2">
        You have no plan yet. <a href="/plans/new">Start one</a>, and each day’s items stand here.
      </p>
    )
  const open = data.items.filter((item) => item.state === 'todo' && !item.sittingDone)
  return (
    <>
      <p className="figures" aria-live="polite">
        {dayInWords(dayFigures(data.items))} <span className="quiet">· {standingInWords(data)}</span>
      </p>
      {open.length > 0 && (
        <ol className="items mt-3">
          {open.slice(0, shown).map((item) => (
            <ItemRow
              key={item.id}
              item={item}
              minutes={item.todayMinutes}
              showReason={false}
              {...actionsOf(item, item)}
            />
          ))}
        </ol>
      )}
      <p className="mt-2 pb-4 small">
        <a href="/today" className="inline-block py-0.5">
          {open.length > shown ? `All of today, ${open.length - shown} more` : 'All of today'}
        </a>
      </p>
    </>
  )
}
