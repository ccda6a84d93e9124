'use client'

import { useInbox, useSetInbox } from '#hooks/use-inbox.ts'
import type { InboxAnswer, InboxItem } from '#lib/api/inbox.ts'
import { dayOfMoment, timeOfMoment } from '#lib/sharing/moments.ts'

interface InboxProps {
  initial: InboxAnswer
  timeZone: string
  /** When the page was made, in milliseconds, UTC. */
  now: number
}

/** The viewer's inbox, day by day. Following an entry reads it. */
export function Inbox({ initial, timeZone, now }: InboxProps) {
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInbox(initial)
  const set = useSetInbox()
  const entries = data.pages.flatMap((page) => page.items)
  const [newest] = entries
  if (!newest)
    return (
      <p className="empty">
        Nothing yet. Here stand mentions and replies, invitations, who joined your plans and what editors changed on
        them, what came of links that you reported, and what the catalogue changed of your readings.
      </p>
    )
  const unread = data.pages[0]?.unread ?? 0
  return (
    <section aria-label="What others did">
      <p className="mb-4 flex min-h-9 flex-wrap items-center justify-between gap-x-6">
        <span className="figures" role="status">
          {unread === 0 ? 'All read' : `${unread === 99 ? '99 or more' : unread} unread`}
        </span>
        <button
          type="button"
          className="button"
          aria-disabled={unread === 0}
          onClick={() => unread > 0 && set.mutate({ readUntil: newest.at })}
        >
          Mark all as read
        </button>
      </p>
      {[...Map.groupBy(entries, (entry) => dayOfMoment(entry.at, now, timeZone))].map(([day, ofDay]) => (
        <section key={day} className="mb-8">
          <h2 className="mb-1 font-sans text-base font-[560]">{day}</h2>
          <ol className="inbox">
            {ofDay.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                time={timeOfMoment(entry.at, timeZone)}
                onRead={(isRead) => set.mutate({ entryId: entry.id, isRead })}
              />
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

function Entry({ entry, time, onRead }: { entry: InboxItem; time: string; onRead: (isRead: boolean) => void }) {
  const { isRead, href, text, detail, at } = entry
  return (
    <li data-unread={isRead ? undefined : ''}>
      <div className="min-w-0">
        <a
          href={href}
          className="inline-block no-underline hover:underline wrap-anywhere"
          onClick={() => !isRead && onRead(true)}
        >
          {!isRead && <span className="sr-only">Unread: </span>}
          {text}
        </a>
        <p className="quiet-line wrap-anywhere">
          {detail && `${detail} · `}
          <time dateTime={new Date(at).toISOString()}>{time}</time>
        </p>
      </div>
      <button
        type="button"
        className="small quiet min-h-6 whitespace-nowrap underline underline-offset-4"
        aria-label={`${isRead ? 'Mark unread' : 'Mark read'}: ${text}`}
        onClick={() => onRead(!isRead)}
      >
        {isRead ? 'Mark unread' : 'Mark read'}
      </button>
    </li>
  )
}
