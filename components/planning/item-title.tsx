import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { practiceHref } from '#lib/practice/answer.ts'

/**
 * A reading's title leads to its page, a review's to as many cards as its minutes hold; a drill's or mock's to
 * where it is done, or opens its prompt in place.
 */
export function ItemTitle({ item, minutes }: { item: PlanItemDetail; minutes: number }) {
  if (item.kind === 'review') {
    const query = new URLSearchParams({ plan: item.planId, item: item.id, minutes: `${minutes}` })
    return (
      <a className="item-title" href={`/review?${query}`}>
        {item.title}
      </a>
    )
  }
  if (item.readingId !== null) {
    return (
      <a className="item-title" href={`/readings/${item.readingId}${item.kind === 'card' ? '#note' : ''}`}>
        {item.title}
      </a>
    )
  }
  if (item.questionId !== null && (item.kind === 'drill' || item.kind === 'mock')) {
    return (
      <a className="item-title" href={practiceHref(item.questionId, item.kind, item.id)}>
        {item.title}
      </a>
    )
  }
  if (item.prompt === '' && item.touches.length === 0) return <span className="item-title">{item.title}</span>
  return (
    <details className="item-prompt">
      <summary className="item-title">{item.title}</summary>
      <p className="prose">{item.prompt}</p>
      {item.touches.length > 0 && (
        <details>
          <summary>What a good answer touches</summary>
          <ul>
            {item.touches.map((touch) => (
              <li key={touch}>{touch}</li>
            ))}
          </ul>
        </details>
      )}
    </details>
  )
}
