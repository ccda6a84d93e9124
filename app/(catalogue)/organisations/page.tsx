import type { Metadata } from 'next'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { listMapSections } from '#db/queries/catalogue/catalogue-map.ts'
import { listOrganisations } from '#db/queries/catalogue/organisations.ts'
import { makeTopicGrid } from '#lib/catalogue/topic-grid.ts'
import { TopicGrid } from './_components/topic-grid.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return publicMetadata('/organisations')
}

/** Fewest readings for a row in the grid; the rest stand in the index. */
const leastForGrid = 6

export default async function OrganisationsPage() {
  const [organisations, sections] = await Promise.all([listOrganisations(), listMapSections()])
  const grid = makeTopicGrid(sections, organisations, leastForGrid)
  const letters = Map.groupBy(organisations, (one) => /[A-Z]/.exec(one.name[0]?.toUpperCase() ?? '')?.[0] ?? '0 to 9')
  return (
    <>
      <h1>Organisations</h1>
      <p className="prose mt-2 text-quiet">
        {organisations.length} organisations have told how they did it. The {grid.rows.length} that told most, against
        what they told of:
      </p>
      <div className="mt-6">
        <TopicGrid grid={grid} />
      </div>
      <h2 className="mt-12">All of them</h2>
      <div className="mt-4 gap-x-10 sm:columns-2 lg:columns-4">
        {[...letters]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([letter, own]) => (
            <section key={letter} aria-label={letter} className="mb-5">
              <h3 className="border-b border-hairline pb-0.5">{letter}</h3>
              <ul>
                {own
                  .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
                  .map((one) => (
                    <li key={one.id} className="figures flex break-inside-avoid justify-between gap-3">
                      <a href={`/organisations/${one.id}`} className="min-h-6 grow no-underline hover:underline">
                        {one.name}
                      </a>
                      <span className="quiet small pt-0.5">{one.readingIds.length}</span>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
      </div>
    </>
  )
}
