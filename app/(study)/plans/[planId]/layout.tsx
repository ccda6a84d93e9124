import type { Metadata } from 'next'
import { cache, type ReactNode } from 'react'
import { getViewer } from '#app/_server/viewer.ts'
import { getForkOffer } from '#db/queries/sharing/forks.ts'
import { getPlanHead } from '#db/queries/planning/plan-head.ts'
import { getPlanPulse } from '#db/queries/sharing/plan-pulse.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { PlanNav } from './_components/plan-nav.tsx'
import { PlanPresence } from './_components/plan-presence.tsx'

/** Adds the plan's title to the window title, after the page's. */
export async function generateMetadata({ params }: LayoutProps<'/plans/[planId]'>): Promise<Metadata> {
  const title = (await headOf((await params).planId))?.title ?? 'Plan'
  return { title: { default: title, template: `%s · ${title} · Loadpath` } }
}

/**
 * What all pages of a plan share: the way between them, and the watch that ends them when the viewer is taken off. Each
 * page asks for itself whether the viewer may see it; one who may not gets no head here and the page's own answer.
 */
export default async function PlanLayout({ params, children }: LayoutProps<'/plans/[planId]'>) {
  const head = await headOf((await params).planId)
  if (!head) return <>{children as ReactNode}</>
  const { id, title, pulse, role, pass, people, lineage, offered } = head
  return (
    <PlanPresence planId={id} pulse={pulse} role={role}>
      <PlanNav planId={id} title={title} people={people} role={role} pass={pass} lineage={lineage} offered={offered} />
      {children as ReactNode}
    </PlanPresence>
  )
}

/** Looked up once a request, for title and head alike. */
const headOf = cache(async (planId: string) => {
  const viewer = await getViewer()
  if (!viewer || !planIdSchema.safeParse(planId).success) return null
  const head = await getPlanHead(viewer, planId).catch(() => null)
  if (!head) return null
  const offer = head.lineage && canEditPlan(head.role) ? await getForkOffer(viewer, planId, Date.now()) : null
  const { pulse } = await getPlanPulse(viewer, planId)
  return { ...head, pulse, offered: offer?.changes.length ?? null }
})
