import { shortDay } from '#lib/planning/words.ts'
import type { GroupWeek } from '#lib/sharing/answers.ts'

/** What each has on this week, by their own days. */
export function ThisWeek({ week }: { week: GroupWeek }) {
  const open = week.members.filter((member) => member.items !== null)
  const closed = week.members.filter((member) => member.items === null)
  return (
    <section aria-labelledby="this-week">
      <h2 id="this-week" className="mb-2">
        This week
      </h2>
      <div className="people-columns">
        {open.map((member) => (
          <div key={member.userId}>
            <h3 className="font-sans text-base font-[560]">
              {member.self ? `${member.name} (you)` : member.name}{' '}
              <span className="quiet figures font-normal">
                {member.counts?.done} of {member.counts?.total}
              </span>
            </h3>
            {member.items?.length === 0 && <p className="quiet">Nothing planned this week.</p>}
            <ul>
              {member.items?.map((item) => (
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
          </div>
        ))}
      </div>
      {closed.length > 0 && <p className="small quiet mt-3">{inWords(closed)} keep their items to themselves.</p>}
    </section>
  )
}

function inWords(members: GroupWeek['members']): string {
  return new Intl.ListFormat('en').format(members.map((member) => member.name))
}
