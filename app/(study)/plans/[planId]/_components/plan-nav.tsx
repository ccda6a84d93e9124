'use client'

import { usePathname } from 'next/navigation'
import { usePlanTitle } from '#hooks/use-plans.ts'
import { canMarkItems, canSharePlan, type PlanRole } from '#lib/permissions.ts'

interface PlanNavProps {
  planId: string
  title: string
  people: number
  role: PlanRole
  /** The viewer's pass on this plan, from 1. */
  pass: number
  /** Where it was copied from, in words. */
  lineage: { title: string; ownerName: string } | null
  /** How many edits of the original wait; null for a plan that is no copy, or for one who does not edit it. */
  offered: number | null
}

/** Where one is, and the way between the pages of a plan: its title, which heads its first page, then the pages. */
export function PlanNav({ planId, title: initialTitle, people, role, pass, lineage, offered }: PlanNavProps) {
  const path = usePathname()
  const base = `/plans/${planId}`
  const title = usePlanTitle(planId, initialTitle)
  const pages: [href: string, name: string, count?: number][] = [
    [base, 'Plan'],
    [`${base}/people`, 'People', people],
    [`${base}/notes`, 'Notes'],
    [`${base}/activity`, 'Activity'],
    ...(offered === null
      ? []
      : [[`${base}/changes`, 'Updates from the original', offered] as [string, string, number]]),
    [`${base}/share`, canSharePlan(role) ? 'Share' : 'Copy and leave'],
    ...(canMarkItems(role) ? [[`${base}/settings`, 'Settings'] as [string, string]] : []),
  ]
  return (
    <div className="plan-nav">
      <p className="eyebrow">
        <a href="/plans" className="no-print">
          Plans
        </a>
        {pass > 1 && <> · pass {pass}</>}
        {role !== 'owner' && <> · {role}</>}
      </p>
      {path === base ? (
        <h1>{title}</h1>
      ) : (
        <p className="plan-name">
          <a href={base}>{title}</a>
        </p>
      )}
      {lineage && (
        <p className="small quiet">
          A copy of <i>{lineage.title}</i>
          {lineage.ownerName && ` by ${lineage.ownerName}`}
        </p>
      )}
      <nav aria-label="This plan" className="no-print">
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
    </div>
  )
}
