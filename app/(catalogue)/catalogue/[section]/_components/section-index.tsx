'use client'

/**
 * The topics of a section, each with how many readings it has. A client component though it does nothing in the browser:
 * a server component's markup is sent a second time as data.
 */
export function SectionIndex({ topics }: { topics: [slug: string, title: string, count: number][] }) {
  return (
    <nav aria-label="Topics" className="no-print mt-6 border-y border-hairline py-4">
      <ul className="gap-x-10 sm:columns-2 lg:columns-3">
        {topics.map(([slug, title, count]) => (
          <li key={slug} className="figures flex break-inside-avoid justify-between gap-3">
            <a href={`#${slug}`} className="inline-block py-0.5 no-underline hover:underline">
              {title}
            </a>
            <span className="small quiet py-0.5">{count}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
