import type { ReadingGroup } from '#lib/catalogue/reading-row.ts'
import { PaintMarks } from './reading-rows.tsx'
import { StaticRows } from './static-rows.tsx'

/** Readings under the headings of their topics. `title` is the section's; `head`: the topic that the page is about. */
export function GroupedReadings({
  sectionId,
  title,
  groups,
  head,
}: {
  sectionId: string
  title: string
  groups: ReadingGroup[]
  head?: string
}) {
  return (
    <>
      {groups.map(({ topic, rows, isAfter }) => {
        const own = topic === null || topic.id === head
        const name = `${topic?.id ?? sectionId}${isAfter ? ':after' : ''}`
        if (isAfter)
          return (
            <section key={name} className="mt-10" aria-label={`More on ${topic?.title ?? title}`}>
              <h2 className="mb-2">More on {topic?.title ?? title}</h2>
              <StaticRows name={`${name}${head ? '' : ':all'}`} rows={rows} />
            </section>
          )
        const isTop = (topic?.depth ?? 1) === 1
        const Heading = isTop ? 'h2' : 'h3'
        return (
          <section key={name} className={own ? 'mt-6' : 'mt-10'} aria-label={topic?.title}>
            {!own && (
              <Heading id={topic.slug} className={isTop ? 'topic-head' : 'mb-2'}>
                <a href={`/catalogue/${topic.id}`} className="no-underline hover:underline">
                  {topic.title}
                </a>
              </Heading>
            )}
            {rows.length > 0 && <StaticRows name={`${name}${head ? '' : ':all'}`} rows={rows} />}
          </section>
        )
      })}
      <PaintMarks />
    </>
  )
}
