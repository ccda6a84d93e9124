import { addDays } from '#lib/planning/days.ts'
import { shortDay } from '#lib/planning/words.ts'
import { weekGrid } from '#lib/sharing/progress-grid.ts'
import type { SeenMember } from '#lib/sharing/visibility.ts'

const most = 26

/** Members by weeks: how many items each did in each week, up to this one. */
export function WeekGrid({ members, monday }: { members: SeenMember[]; monday: string }) {
  const known = members.flatMap((member) => Object.keys(member.counts?.doneByWeek ?? {}))
  const first = known.reduce((least, week) => (week < least ? week : least), monday)
  const weeks: string[] = []
  for (let week = monday; week >= first && weeks.length < most; week = addDays(week, -7)) weeks.unshift(week)
  const rows = weekGrid(members, weeks)
  return (
    <section aria-labelledby="by-weeks">
      <h2 id="by-weeks">By weeks</h2>
      <p className="small quiet mb-2">Items done in the week that begins on each Monday.</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, by keyboard too */}
      <div className="grid-frame" tabIndex={0} role="group" aria-label="Items done by person and week">
        <table className="people-grid">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">Name</span>
              </th>
              {weeks.map((week) => (
                <th key={week} scope="col">
                  {shortDay(week, monday).replace('Mon ', '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ member, cells }) => (
              <tr key={member.userId}>
                <th scope="row">{member.name}</th>
                {cells ? (
                  cells.map((done, index) => (
                    <td key={weeks[index]}>
                      <span className="week-cell" data-level={Math.min(3, Math.ceil(done / 2))}>
                        {done}
                      </span>
                    </td>
                  ))
                ) : (
                  <td colSpan={weeks.length} className="small quiet">
                    not shown
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
