import type { ReactNode } from 'react'
import type { ReviewDay } from '#lib/api/reviews.ts'
import { counted } from '#lib/format.ts'
import { minutesOf } from '#lib/reviews/load.ts'

/** When no card is asked: why, and what can be done. */
export function NothingDue({
  day,
  done,
  waiting,
  children,
}: {
  day: ReviewDay
  done: number
  waiting: number
  /** What is said of the item of a plan, where one led here. */
  children?: ReactNode
}) {
  if (done === 0 && waiting === 0)
    return (
      <div className="empty">
        <p className="mb-4">
          Nothing to review today. Two things come back here: the case cards that you write on readings, and the points
          that an answer to a question missed.
        </p>
        {children}
        <p className="flex flex-wrap gap-3">
          <a className="button button-main" href="/notes">
            Your notes
          </a>
          <a className="button" href="/questions">
            Questions
          </a>
        </p>
      </div>
    )
  const wait = waiting > 0 ? `${counted(waiting, 'card')} ${waiting === 1 ? 'waits' : 'wait'}.` : ''
  return (
    <div className="empty">
      <p className="mb-4">
        {day.isRestDay && done === 0
          ? `Today is a rest day: your plans have no minutes. ${wait}`
          : `${done === 1 ? 'One card' : `${done} cards`} reviewed today${waiting > 0 ? `. ${wait}` : ', and no more are due.'}`}
      </p>
      {children}
      <p className="flex flex-wrap gap-3">
        {waiting > 0 && (
          <a className="button button-main" href={`/review?minutes=${Math.ceil((done * 40) / 60) + 5}`}>
            Review for {minutesOf(Math.min(waiting, 7))} min more
          </a>
        )}
        <a className="button" href="/today">
          To today
        </a>
      </p>
    </div>
  )
}
