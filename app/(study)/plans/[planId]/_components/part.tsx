import type { ReactNode } from 'react'

/** A part of the page: what it is at the left, what to do at the right. */
export function Part({ title, words, children }: { title: string; words: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="part">
      <header>
        <h2>{title}</h2>
        <p className="small quiet">{words}</p>
      </header>
      <div className="grid min-w-0 content-start gap-4">{children}</div>
    </section>
  )
}
