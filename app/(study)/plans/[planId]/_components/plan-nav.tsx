'use client'

import { usePathname } from 'next/navigation'
import { canEditPlan, canSharePlan, type PlanRole } from '#lib/permissions.ts'

interface PlanNavProps {
  planId: string
  people: number
  role: PlanRole
  isFork: boolean
}

/** The way between the pages of a plan. */
export function PlanNav({ planId, people, role, isFork }: PlanNavProps) {
  const path = usePathname()
  const base = `/plans/${planId}`
  const pages: [href: string, name: string, count?: number][] = [
    [base, 'Plan'],
    [`${base}/people`, 'People', people],
    [`${base}/notes`, 'Notes'],
    [`${base}/activity`, 'Activity'],
    ...(isFork && canEditPlan(role) ? [[`${base}/changes`, 'From the original'] as [string, string]] : []),
    [`${base}/share`, canSharePlan(role) ? 'Share' : 'Copy and leave'],
  ]
  return (
    <nav aria-label="This plan" className="plan-nav no-print">
      {pages.map(([href, name, count]) => (
        <a
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          ref={(link) => {
            // On a phone the row is wider than the page.
            if (path === href) link?.scrollIntoView({ block: 'nearest', inline: 'center' })
          }}
        >
          {name}
          {count !== undefined && <span className="quiet figures"> {count}</span>}
        </a>
      ))}
    </nav>
  )
}
