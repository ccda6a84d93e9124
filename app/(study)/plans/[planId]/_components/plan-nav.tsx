'use client'

import { usePathname } from 'next/navigation'
import { canSharePlan, type PlanRole } from '#lib/permissions.ts'

interface PlanNavProps {
  planId: string
  people: number
  role: PlanRole
  /** Where it was copied from, in words. */
  lineage: { title: string; ownerName: string } | null
  /** How many edits of the original wait; null for a plan that is no copy, or for one who does not edit it. */
  offered: number | null
}

/** The way between the pages of a plan. */
export function PlanNav({ planId, people, role, lineage, offered }: PlanNavProps) {
  const path = usePathname()
  const base = `/plans/${planId}`
  const pages: [href: string, name: string, count?: number][] = [
    [base, 'Plan'],
    [`${base}/people`, 'People', people],
    [`${base}/notes`, 'Notes'],
    [`${base}/activity`, 'Activity'],
    ...(offered === null ? [] : [[`${base}/changes`, 'From the original', offered] as [string, string, number]]),
    [`${base}/share`, canSharePlan(role) ? 'Share' : 'Copy and leave'],
  ]
  return (
    <div className="plan-nav no-print">
      <nav aria-label="This plan">
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
            {count !== undefined && count > 0 && <span className="quiet figures"> {count}</span>}
          </a>
        ))}
      </nav>
      {lineage && (
        <p className="small quiet">
          A copy of <i>{lineage.title}</i>
          {lineage.ownerName && ` by ${lineage.ownerName}`}
        </p>
      )}
    </div>
  )
}
