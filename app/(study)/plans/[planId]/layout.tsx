import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getViewer } from '#app/_server/viewer.ts'
import { getPlanHead } from '#db/queries/plan-head.ts'
import { planId as planIdSchema } from '#lib/schemas/plans.ts'
import { PlanNav } from './_components/plan-nav.tsx'
import { PlanPresence } from './_components/plan-presence.tsx'

/** The plan's own title in the window's, behind that of the page. */
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
  return (
    <PlanPresence planId={head.id} version={head.version} role={head.role}>
      <PlanNav planId={head.id} people={head.people} role={head.role} isFork={head.isFork} />
      {children as ReactNode}
    </PlanPresence>
  )
}

async function headOf(planId: string) {
  const viewer = await getViewer()
  if (!viewer || !planIdSchema.safeParse(planId).success) return null
  return getPlanHead(viewer, planId).catch(() => null)
}
