import { counted } from '#lib/format.ts'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { type GridTopic, notCovered, openMembers, soleReaders } from '#lib/sharing/progress-grid.ts'
import type { SeenMember } from '#lib/sharing/visibility.ts'

interface GapsProps {
  members: SeenMember[]
  items: PlanItemDetail[]
  topics: GridTopic[]
}

const atFirst = 8

/** What nobody in the group has covered, and whom to ask about a topic that only one has read. */
export function Gaps({ members, items, topics }: GapsProps) {
  const { open, all } = openMembers(members)
  const missing = notCovered(members, items)
  const sole = soleReaders(members, topics)
  const basis = open === all ? '' : `Counted from the ${open} of ${all} who show their items.`
  return (
    <div className="people-columns">
      <section aria-labelledby="not-covered">
        <h2 id="not-covered">Covered by nobody</h2>
        <p className="small quiet mb-2">
          {missing.length === 0
            ? 'Each item was done by at least one of you.'
            : `${missing.length} of ${counted(items.length, 'item')}.`}{' '}
          {basis}
        </p>
        <ItemList items={missing.slice(0, atFirst)} />
        {missing.length > atFirst && (
          <details>
            <summary className="py-2 text-accent">{counted(missing.length - atFirst, 'more item')}</summary>
            <ItemList items={missing.slice(atFirst)} />
          </details>
        )}
      </section>
      <section aria-labelledby="ask">
        <h2 id="ask">Whom to ask</h2>
        <p className="small quiet mb-2">
          {sole.length === 0 ? 'No topic was read by one of you alone.' : 'Topics that one of you alone has read.'}{' '}
          {basis}
        </p>
        <ul className="lines">
          {sole.map(({ topic, member, done }) => (
            <li key={topic.id}>
              <span className="font-serif">{topic.title}</span>
              <span>
                <strong className="font-[560]">{member.self ? 'you' : member.name}</strong>{' '}
                <span className="small quiet figures">
                  {done} of {topic.itemIds.length}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function ItemList({ items }: { items: PlanItemDetail[] }) {
  return (
    <ul className="lines">
      {items.map((item) => (
        <li key={item.id}>
          <span className="font-serif">{item.title}</span>
          <span className="small quiet">{item.tier}</span>
        </li>
      ))}
    </ul>
  )
}
