import type { ReactNode } from 'react'

/** The head of a page below a plan: where one is, and what the page is for. */
export function PageHead({
  plan,
  title,
  words,
  children,
}: {
  plan: { id: string; title: string }
  title: string
  words?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-4 pb-6">
      <div>
        <p className="eyebrow">
          <a href={`/plans/${plan.id}`}>{plan.title}</a>
        </p>
        <h1>{title}</h1>
        {words && <p className="quiet mt-1 max-w-[60ch]">{words}</p>}
      </div>
      {children}
    </header>
  )
}
