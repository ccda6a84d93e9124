import type { ReactNode } from 'react'

/** The head of a page below a plan: what the page is for. The plan's title is above it. */
export function PageHead({ title, words, children }: { title: string; words?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-4 pb-6">
      <div>
        <h1>{title}</h1>
        {words && <p className="quiet mt-1 max-w-[60ch]">{words}</p>}
      </div>
      {children}
    </header>
  )
}
