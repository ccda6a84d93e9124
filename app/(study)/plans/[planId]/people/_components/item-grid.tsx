import type { PlanAnswer, PlanItemDetail } from '#lib/api/plan-answers.ts'
import { type Cell, itemGrid, type ItemRow } from '#lib/sharing/progress-grid.ts'
import type { SeenMember } from '#lib/sharing/visibility.ts'

const cellWords: Record<Cell, string> = { done: 'done', skipped: 'skipped', todo: 'to do', hidden: 'not shown' }

/** Members by items: a column for each who shows their items, the plan's order down the side. */
export function ItemGrid({ members, plan }: { members: SeenMember[]; plan: PlanAnswer }) {
  const open = members.filter((member) => member.entries !== null)
  const closed = members.filter((member) => member.entries === null)
  const groups = [
    { id: '', title: '', items: plan.items.filter((item) => item.phaseId === null) },
    ...plan.phases.map((phase) => ({ ...phase, items: plan.items.filter((item) => item.phaseId === phase.id) })),
  ].filter((group) => group.items.length > 0)
  return (
    <section aria-labelledby="by-items">
      <h2 id="by-items">By items</h2>
      <p className="small quiet mb-2">
        {closed.length > 0 &&
          `${new Intl.ListFormat('en').format(closed.map((member) => member.name))} ${closed.length === 1 ? 'does' : 'do'} not show which. `}
        A filled box is done, a stroke skipped.
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, by keyboard too */}
      <div className="grid-frame" tabIndex={0} role="group" aria-label="Who did which item">
        <table className="people-grid">
          <thead>
            <tr>
              <th scope="col" className="text-left">
                <span className="sr-only">Item</span>
              </th>
              {open.map((member) => (
                <th key={member.userId} scope="col" title={member.name}>
                  {member.self ? 'You' : member.name}
                </th>
              ))}
              <th scope="col">Done by</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.id}>
              {group.title && (
                <tr>
                  <th scope="rowgroup" colSpan={open.length + 2}>
                    {group.title}
                  </th>
                </tr>
              )}
              {itemGrid(open, group.items).map((row) => (
                <Row key={row.item.id} planId={plan.id} row={row} members={open} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  )
}

function Row({ planId, row, members }: { planId: string; row: ItemRow<PlanItemDetail>; members: SeenMember[] }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/plans/${planId}/items/${row.item.id}`} className="no-underline">
          {row.item.title}
        </a>
      </th>
      {row.cells.map((cell, index) => (
        <td key={members[index]?.userId}>
          <span className="cell" data-cell={cell} />
          <span className="sr-only">{cellWords[cell]}</span>
        </td>
      ))}
      <td className="tally">
        {row.doneBy} of {members.length}
      </td>
    </tr>
  )
}
