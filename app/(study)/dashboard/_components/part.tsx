import type { ReactNode } from 'react'

/** A part of the page under its heading; `aside` is shown in grey at the end of the heading. */
export function Part({
  id,
  title,
  aside,
  className = '',
  children,
}: {
  id: string
  title: string
  aside?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className={className}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 break-after-avoid border-b border-hairline pb-2">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {aside !== undefined && <div className="quiet small figures">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
