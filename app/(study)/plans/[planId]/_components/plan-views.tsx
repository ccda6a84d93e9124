import type { MouseEvent } from 'react'

const views = [
  ['weeks', 'Weeks'],
  ['calendar', 'Calendar'],
  ['items', 'All items'],
  ['history', 'History'],
] as const
export type View = (typeof views)[number][0]

/** A way to see a plan by its name in the address; the weeks where there is none of that name. */
export function viewOf(name: string | null): View {
  return views.find(([known]) => known === name)?.[0] ?? 'weeks'
}

interface PlanViewsProps {
  planId: string
  view: View
  onView: (view: View) => void
  /** Whether this view has a today to go to. */
  hasToday: boolean
}

/** The ways to see a plan: links, which show the view at once where the page is open. */
export function PlanViews({ planId, view, onView, hasToday }: PlanViewsProps) {
  const show = (event: MouseEvent, next: View, href: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onView(next)
    history.replaceState(null, '', href)
  }
  return (
    <nav aria-label="Ways to see the plan" className="tabs no-print">
      {views.map(([name, title]) => {
        const href = name === 'weeks' ? `/plans/${planId}` : `/plans/${planId}?view=${name}`
        return (
          <a
            key={name}
            href={href}
            aria-current={view === name ? 'page' : undefined}
            onClick={(event) => show(event, name, href)}
          >
            {title}
          </a>
        )
      })}
      {hasToday && (
        <a href="#today" className="ml-auto">
          Jump to today
        </a>
      )}
    </nav>
  )
}
