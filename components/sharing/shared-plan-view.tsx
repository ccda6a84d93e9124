import { counted, minutesInWords } from '#lib/format.ts'
import { kindWords } from '#lib/planning/words.ts'
import type { SharedItem, SharedPlan } from '#lib/sharing/shown-plan.ts'

/** A plan's contents for people who are not on it: phase by phase, for the screen and for paper. */
export function SharedPlanView({ plan }: { plan: SharedPlan }) {
  if (plan.itemCount === 0) return <p className="empty">There is nothing in this plan yet.</p>
  return (
    <div className="grid gap-10">
      {plan.phases.map((phase, index) => (
        <section key={index} aria-labelledby={phase.title ? `phase-${index}` : undefined}>
          {phase.title && <h2 id={`phase-${index}`}>{phase.title}</h2>}
          {phase.goal && <p className="quiet mb-1 italic">{phase.goal}</p>}
          <p className="small quiet figures mb-2">
            {counted(phase.items.length, 'item')} ·{' '}
            {minutesInWords(phase.items.reduce((sum, item) => sum + item.minutes, 0))}
          </p>
          <ol className="items">
            {phase.items.map((item, at) => (
              <Item key={at} item={item} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Item({ item }: { item: SharedItem }) {
  const facts = [
    kindWords[item.kind],
    item.organisation ?? '',
    item.parts > 1 ? `${item.parts} parts` : '',
    item.tier === 'must' ? '' : item.tier,
  ]
  return (
    <li className="shared-item">
      {item.readingId === null ? (
        <span className="item-title">{item.title}</span>
      ) : (
        <a className="item-title" href={`/readings/${item.readingId}`}>
          {item.title}
        </a>
      )}
      <span className="item-minutes">{minutesInWords(item.minutes)}</span>
      <p className="item-quiet">{facts.filter(Boolean).join(' · ')}</p>
      {item.reason && <p className="item-reason">{item.reason}</p>}
      {item.url && <p className="shared-address">{item.url}</p>}
      {item.prompt && (
        <details className="item-prompt">
          <summary className="small">The prompt</summary>
          <p className="prose whitespace-pre-line">{item.prompt}</p>
          {item.touches.length > 0 && (
            <ul>
              {item.touches.map((touch) => (
                <li key={touch}>{touch}</li>
              ))}
            </ul>
          )}
        </details>
      )}
    </li>
  )
}
