import { shortDay } from '#lib/planning/words.ts'
import type { SeenMember } from '#lib/sharing/visibility.ts'

/** Who did the item, among those who show their progress. */
export function DoneBy({ itemId, progress }: { itemId: string; progress: SeenMember[] }) {
  const open = progress.filter((member) => member.entries !== null && member.role !== 'guest')
  const hidden = progress.filter((member) => member.entries === null && member.role !== 'guest').length
  return (
    <section aria-labelledby="done-by">
      <h2 id="done-by" className="mb-2 text-lg">
        Done by
      </h2>
      <ul className="lines">
        {open.map((member) => {
          const entry = member.entries?.find((one) => one.itemId === itemId)
          return (
            <li key={member.userId}>
              <span>{member.self ? 'You' : member.name}</span>
              <span className="small quiet figures">
                {entry ? `${entry.state}${entry.day ? ` ${shortDay(entry.day)}` : ''}` : 'to do'}
              </span>
              <span className="cell" data-cell={entry?.state ?? 'todo'} />
            </li>
          )
        })}
      </ul>
      {hidden > 0 && (
        <p className="small quiet mt-2">
          {hidden} more on the plan {hidden === 1 ? 'does' : 'do'} not show it.
        </p>
      )}
    </section>
  )
}
