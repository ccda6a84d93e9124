'use client'

import { useId } from 'react'
import { ItemRow } from '#components/planning/item-row.tsx'
import type { TodayItem } from '#lib/planning/answers.ts'
import { dayFrom } from '#lib/planning/words.ts'
import { useItemActions } from '#components/planning/use-item-actions.ts'

/** Some of today's items under a heading. */
export function TodayList({
  title,
  items,
  today,
  isMore = false,
}: {
  title: string | null
  items: TodayItem[]
  today: string
  isMore?: boolean
}) {
  const id = useId()
  const actionsOf = useItemActions(today)
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
            line={[
              item.sittings > 1 ? `sitting ${item.sitting} of ${item.sittings}` : '',
              item.planTitle,
              item.isLate && item.due ? `from ${dayFrom(item.due, today)}` : '',
              isMore && item.due ? dayFrom(item.due, today) : '',
            ].filter(Boolean)}
            {...actionsOf(item, item)}
          />
        ))}
      </ol>
    </section>
  )
}
