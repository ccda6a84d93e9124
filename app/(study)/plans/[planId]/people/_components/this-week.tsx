import { shortDay } from '#lib/planning/words.ts'
import type { GroupWeek } from '#lib/api/sharing-answers.ts'

/** With more people than this, only the viewer's own week is open. */
const mostOpen = 4

/** What each member has planned this week, by their own days. */
export function ThisWeek({ week }: { week: GroupWeek }) {
  const open = week.members
    .filter((member) => member.items !== null)
    .toSorted((a, b) => Number(b.self) - Number(a.self))
  const closed = week.members.filter((member) => member.items === null)
  return (
    <section aria-labelledby="this-week">
      <h2 id="this-week" className="mb-2">
        This week
      </h2>
      <div className="people-columns">
        {open.map((member) => (
          <details key={member.userId} open={member.self || open.length <= mostOpen}>
            <summary className="py-1">
              <b className="font-[560]">{member.self ? `${member.name} (you)` : member.name}</b>{' '}
              <span className="quiet figures">
                {member.counts?.done} of {member.counts?.total}
              </span>
            </summary>
            {member.items?.length === 0 && <p className="quiet">Nothing planned this week.</p>}
            <Items items={member.items ?? []} />
          </details>
        ))}
      </div>
      {closed.length > 0 && (
        <p className="small quiet mt-3">
          {inWords(closed)} {closed.length === 1 ? 'keeps' : 'keep'} their items to themselves.
        </p>
      )}
    </section>
  )
}

function Items({ items }: { items: NonNullable<GroupWeek['members'][number]['items']> }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.itemId} className="flex items-baseline gap-3 py-1">
          <span className="cell flex-none translate-y-0.5" data-cell={item.state} />
          <span className={`min-w-0 flex-1 font-serif ${item.state === 'todo' ? '' : 'text-quiet'}`}>
            {item.title}
            <span className="sr-only">, {item.state === 'todo' ? 'to do' : item.state}</span>
          </span>
          <span className="small quiet figures whitespace-nowrap">{shortDay(item.date)}</span>
        </li>
      ))}
    </ul>
  )
}

function inWords(members: GroupWeek['members']): string {
  return new Intl.ListFormat('en').format(members.map((member) => member.name))
}
