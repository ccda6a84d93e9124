import type { GroupWeek, MemberItem } from '#lib/api/sharing-answers.ts'
import type { SeenMember } from '#lib/sharing/visibility.ts'

interface MemberLinesProps {
  members: MemberItem[]
  progress: SeenMember[]
  week: GroupWeek
}

const shown = { everything: '', counts: 'shows counts', nothing: 'shows nothing' } as const

/** The people as lines of figures: done in all, done this week. */
export function MemberLines({ members, progress, week }: MemberLinesProps) {
  return (
    <section aria-labelledby="on-this-plan">
      <h2 id="on-this-plan" className="mb-2">
        On this plan
      </h2>
      <div className="grid-frame">
        <table className="people-grid w-full" data-figures>
          <thead>
            <tr>
              <th scope="col" className="text-left">
                <span className="sr-only">Name</span>
              </th>
              <th scope="col">Done</th>
              <th scope="col">This week</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberLine
                key={member.userId}
                member={member}
                seen={progress.find((one) => one.userId === member.userId)}
                week={week.members.find((one) => one.userId === member.userId)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function MemberLine({
  member,
  seen,
  week,
}: {
  member: MemberItem
  seen: SeenMember | undefined
  week: GroupWeek['members'][number] | undefined
}) {
  const words = [
    member.self ? 'you' : '',
    member.joinedAt === null ? `invited as ${member.role}` : member.role,
    member.joinedAt === null || member.role === 'guest' ? '' : shown[member.shows],
  ]
  return (
    <tr>
      <th scope="row">
        {member.name}
        <span className="small quiet block font-sans">{words.filter(Boolean).join(' · ')}</span>
      </th>
      <td>{member.role === 'guest' || !seen?.counts ? '–' : seen.counts.done}</td>
      <td>{week?.counts ? `${week.counts.done} of ${week.counts.total}` : '–'}</td>
    </tr>
  )
}
