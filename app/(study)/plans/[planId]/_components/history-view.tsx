'use client'

import { usePlanHistory } from '#hooks/use-plans.ts'
import { counted } from '#lib/format.ts'
import type { PlanHistory } from '#lib/api/plan-answers.ts'
import { PassFigures } from './pass-figures.tsx'

/** How the plan's dates were changed, and its finished passes. */
export function HistoryView({ planId }: { planId: string }) {
  const { data: history } = usePlanHistory(planId)
  if (!history) return <div className="min-h-64" />
  const { repairs, passes } = history
  if (repairs.length === 0 && passes.length === 0) {
    return (
      <p className="empty">
        Nothing yet. Repairs and changes of your dates stand here, and what came of each pass once it is over.
      </p>
    )
  }
  return (
    <div className="grid gap-12">
      {passes.map(({ pass, endedAt, summary }) => (
        <section key={pass} aria-labelledby={`pass-${pass}`}>
          <h2 id={`pass-${pass}`} className="mb-2">
            Pass {pass} <span className="quiet text-base font-sans font-normal">ended {dayOfTime(endedAt)}</span>
          </h2>
          <PassFigures summary={summary} />
          {summary.left > 0 && <p className="quiet mt-2">{counted(summary.left, 'item')} were left.</p>}
        </section>
      ))}
      {repairs.length > 0 && <Repairs repairs={repairs} />}
    </div>
  )
}

function Repairs({ repairs }: { repairs: PlanHistory['repairs'] }) {
  return (
    <section aria-labelledby="repaired">
      <h2 id="repaired" className="mb-2">
        What you did about the dates
      </h2>
      <ol className="items">
        {repairs.map((repair) => (
          <li key={repair.id} className="flex flex-wrap gap-x-6 border-b border-hairline py-2">
            <time className="quiet figures w-32" dateTime={new Date(repair.createdAt).toISOString()}>
              {dayOfTime(repair.createdAt)}
            </time>
            <span className={repair.undoneAt === null ? '' : 'quiet line-through'}>{repair.says}</span>
            {repair.undoneAt !== null && <span className="quiet small">taken back {dayOfTime(repair.undoneAt)}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function dayOfTime(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
}
