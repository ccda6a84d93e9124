import type { ReadingGroup } from '#lib/catalogue/reading-row.ts'
import { PaintMarks } from './reading-rows.tsx'
import { StaticRows } from './static-rows.tsx'

/** Readings under the headings of their topics. `head`: the topic that the page itself is about. */
export function GroupedReadings({
  sectionId,
  groups,
  head,
}: {
  sectionId: string
  groups: ReadingGroup[]
  head?: string
}) {
  return (
    <>
      {groups.map(({ topic, rows }) => {
        const own = topic === null || topic.id === head
        const Heading = (topic?.depth ?? 1) === 1 ? 'h2' : 'h3'
        return (
          <section key={topic?.id ?? sectionId} className={own ? 'mt-6' : 'mt-10'} aria-label={topic?.title}>
            {!own && (
              <Heading id={topic.slug} className="mb-2">
                <a href={`/catalogue/${topic.id}`} className="no-underline hover:underline">
                  {topic.title}
                </a>
              </Heading>
            )}
            {rows.length > 0 && <StaticRows name={`${topic?.id ?? sectionId}${head ? '' : ':all'}`} rows={rows} />}
          </section>
        )
      })}
      <PaintMarks />
    </>
  )
}
