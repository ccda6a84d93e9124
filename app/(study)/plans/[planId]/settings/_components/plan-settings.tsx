'use client'

import { CalendarFeed } from '#components/planning/calendar-feed.tsx'
import { usePlan } from '#hooks/use-plans.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import { canEditPlan, canMarkItems } from '#lib/permissions.ts'
import { DatesForm } from './dates-form.tsx'
import { SwitchTemplate } from './switch-template.tsx'
import { WordsForm } from './words-form.tsx'

interface PlanSettingsProps {
  plan: PlanAnswer
  /** The viewer's ISO day. */
  today: string
  /** What the plan can become. */
  family: { id: string; title: string }[]
}

/** The viewer's dates and minutes on a plan, its name, its calendar. */
export function PlanSettings({ plan: initial, today, family }: PlanSettingsProps) {
  const { data: plan } = usePlan(initial)
  return (
    <div className="grid max-w-[44rem] gap-12">
      {canMarkItems(plan.role) && <DatesForm key={plan.version} plan={plan} today={today} />}
      {canEditPlan(plan.role) && <WordsForm plan={plan} />}
      {canMarkItems(plan.role) && <CalendarFeed planId={plan.id} />}
      {canEditPlan(plan.role) && <SwitchTemplate planId={plan.id} family={family} />}
    </div>
  )
}
