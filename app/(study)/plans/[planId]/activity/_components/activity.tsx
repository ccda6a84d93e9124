'use client'

import { useActivity } from '#hooks/use-activity.ts'
import type { ActivityAnswer, ActivityItem } from '#lib/api/sharing-answers.ts'
import { dayOfMoment, timeOfMoment } from '#lib/sharing/moments.ts'

interface ActivityProps {
  planId: string
  initial: ActivityAnswer
  timeZone: string
  /** When the page was made, in milliseconds, UTC. */
  now: number
}

/** What happened on a plan, day by day. */
export function Activity({ planId, initial, timeZone, now }: ActivityProps) {
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useActivity(planId, initial)
  const lines = data.pages.flatMap((page) => page.items)
  const days = Map.groupBy(lines, (line) => dayOfMoment(line.at, now, timeZone))
  if (lines.length === 0)
    return (
      <p className="empty">
        Nothing yet. Here stands who joined, what was changed and commented, and what those who show everything ticked.
      </p>
    )
  return (
    <section aria-label="What happened">
      {[...days].map(([day, ofDay]) => (
        <section key={day} className="mb-8">
          <h2 className="mb-1 font-sans text-base font-[560]">{day}</h2>
          <ol className="activity">
            {ofDay.map((line) => (
              <Line key={line.id} planId={planId} line={line} time={timeOfMoment(line.at, timeZone)} />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Earlier
        </button>
      )}
    </section>
  )
}

function Line({ planId, line, time }: { planId: string; line: ActivityItem; time: string }) {
  return (
    <li>
      <time dateTime={new Date(line.at).toISOString()}>{time}</time>
      <span>
        {line.itemId === null ? (
          line.text
        ) : (
          <a href={`/plans/${planId}/items/${line.itemId}`} className="no-underline hover:underline">
            {line.text}
          </a>
        )}
        {line.mentionsMe && <span className="text-accent"> · mentions you</span>}
      </span>
    </li>
  )
}
