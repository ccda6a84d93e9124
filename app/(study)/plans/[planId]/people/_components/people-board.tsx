'use client'

import { useGroupWeek, useMembers, useProgress } from '#hooks/use-people.ts'
import { usePlan } from '#hooks/use-plans.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { GroupWeek, MemberItem } from '#lib/api/sharing-answers.ts'
import type { GridTopic } from '#lib/sharing/progress-grid.ts'
import type { SeenMember } from '#lib/sharing/visibility.ts'
import { Gaps } from './gaps.tsx'
import { ItemGrid } from './item-grid.tsx'
import { MemberLines } from './member-lines.tsx'
import { ShowsForm } from './shows-form.tsx'
import { ThisWeek } from './this-week.tsx'
import { WeekGrid } from './week-grid.tsx'

interface PeopleBoardProps {
  plan: PlanAnswer
  members: MemberItem[]
  progress: SeenMember[]
  week: GroupWeek
  topics: GridTopic[]
}

/** The group: its people, this week, the grids, and what is not covered. Kept up to date while it is looked at. */
export function PeopleBoard(initial: PeopleBoardProps) {
  const { data: plan } = usePlan(initial.plan)
  const { data: members } = useMembers(plan.id, initial.members)
  const { data: progress } = useProgress(plan.id, initial.progress)
  const { data: week } = useGroupWeek(plan.id, initial.week)
  const me = members.find((member) => member.self)
  const doing = progress.filter((member) => member.role !== 'guest')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
      <div className="people-columns">
        <MemberLines members={members} progress={progress} week={week} />
        {me && me.role !== 'guest' && <ShowsForm planId={plan.id} me={me} />}
      </div>
      {members.length === 1 && (
        <p className="empty">
          You are alone on this plan. <a href={`/plans/${plan.id}/share`}>Share it by link</a>, and this page shows who
          did what, and what nobody has covered yet.
        </p>
      )}
      {plan.items.length === 0 ? (
        <p className="empty">The plan has no items yet. Once it has some, this page shows who has done which.</p>
      ) : (
        <>
          <ThisWeek week={week} />
          <WeekGrid members={doing} monday={week.monday} />
          <ItemGrid members={doing} plan={plan} />
          {doing.length > 1 && <Gaps members={doing} items={plan.items} topics={initial.topics} />}
        </>
      )}
    </div>
  )
}
