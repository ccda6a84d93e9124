'use client'

import { NoteOpener } from '#components/planning/note-opener.tsx'
import { useToday } from '#hooks/use-plans.ts'
import { minutesInWords } from '#lib/format.ts'
import type { TodayAnswer, TodayItem } from '#lib/api/plan-answers.ts'
import { longDay } from '#lib/planning/words.ts'
import { NoPlan } from './no-plan.tsx'
import { PlanLines } from './plan-lines.tsx'
import { TodayList } from './today-list.tsx'

/** What is due today over all plans: left over first, then today's, then a little more. */
export function Today({ initial }: { initial: TodayAnswer }) {
  const { data } = useToday(initial)
  const running = data.plans.filter((plan) => !plan.completed)
  const late = data.items.filter((item) => item.isLate)
  const rest = data.items.filter((item) => !item.isLate)
  const open = data.items.filter((item) => item.state === 'todo' && !item.sittingDone)
  return (
    <NoteOpener>
      <header className="pb-8">
        <p className="eyebrow">{longDay(data.today)}</p>
        <h1>Today</h1>
        {data.items.length > 0 && <Sum items={data.items} />}
      </header>
      {data.plans.length === 0 && <NoPlan />}
      <div data-keys="today" className="grid gap-10">
        <TodayList title="Left over" items={late} today={data.today} namesPlan={data.plans.length > 1} />
        <TodayList
          title={late.length > 0 ? 'For today' : null}
          items={rest}
          today={data.today}
          namesPlan={data.plans.length > 1}
        />
        {running.length > 0 && data.items.length === 0 && (
          <p className="empty">Nothing is due today. Rest, or take something from below.</p>
        )}
        {open.length === 0 && data.items.length > 0 && (
          <p className="notice">
            Everything for today is done{data.review.length > 0 ? ', except for the review below' : ''}.
          </p>
        )}
        <Review review={data.review} minutes={running.reduce((sum, plan) => sum + plan.review, 0)} />
        <TodayList title="20 minutes more?" items={data.more} today={data.today} namesPlan={data.plans.length > 1} />
      </div>
      <PlanLines plans={data.plans} />
    </NoteOpener>
  )
}

/** What is done of today; what was skipped is no longer part of it. */
function Sum({ items: all }: { items: TodayItem[] }) {
  const items = all.filter((item) => item.state !== 'skipped')
  const sum = (of: TodayItem[]) => of.reduce((minutes, item) => minutes + item.todayMinutes, 0)
  const done = items.filter((item) => item.state === 'done' || item.sittingDone)
  return (
    <p className="quiet figures" aria-live="polite">
      {done.length === 0
        ? `${items.length} to do, ${minutesInWords(sum(items))}`
        : `${done.length} of ${items.length} done, ${minutesInWords(sum(done))} of ${minutesInWords(sum(items))}`}
    </p>
  )
}

function Review({ review, minutes }: { review: TodayAnswer['review']; minutes: number }) {
  if (review.length === 0) return null
  return (
    <section aria-labelledby="go-over">
      <h2 id="go-over" className="mb-1">
        Review {minutes > 0 && <span className="quiet figures text-base font-sans">{minutesInWords(minutes)}</span>}
      </h2>
      <p className="quiet">
        Say from memory what each was about, then look:{' '}
        {review.map(({ readingId, title }, index) => (
          <span key={readingId}>
            {index > 0 && ' · '}
            <a href={`/readings/${readingId}#note`}>{title}</a>
          </span>
        ))}
      </p>
    </section>
  )
}
