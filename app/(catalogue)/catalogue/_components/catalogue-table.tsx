import type { MapSection } from '#lib/catalogue/map-layout.ts'
import { coverKeys } from '#lib/marks/coverage.ts'

/** All sections and their topics as a table, with how many readings there are and how many the viewer has done. */
export function CatalogueTable({ sections }: { sections: MapSection[] }) {
  return (
    <table className="w-full figures">
      <thead className="small text-quiet">
        <tr>
          <th scope="col" className="py-1 text-left font-normal">
            Section and topic
          </th>
          <th scope="col" className="w-20 text-right font-normal" data-when="signed-in">
            Done
          </th>
          <th scope="col" className="w-24 text-right font-normal">
            Readings
          </th>
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section.id}>
          <tr className="border-t-2 border-ink">
            <th scope="rowgroup" colSpan={3} className="pt-2 pb-1 text-left">
              <a href={`/catalogue/${section.id}`} className="font-serif text-xl no-underline hover:underline">
                {section.title}
              </a>
            </th>
          </tr>
          {section.topics.map((topic) => (
            <tr
              key={topic.path}
              className="border-t border-hairline"
              data-cover={coverKeys(topic.readingIds)}
              data-name={topic.path}
            >
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                <a href={`/catalogue/${topic.path}`} className="inline-block min-h-6 no-underline hover:underline">
                  {topic.title}
                </a>
              </th>
              <td className="text-right text-accent" data-when="signed-in">
                <span data-done suppressHydrationWarning>
                  {' '}
                </span>
              </td>
              <td className="text-right text-quiet">{topic.readingIds.length}</td>
            </tr>
          ))}
          <tr className="h-6" />
        </tbody>
      ))}
    </table>
  )
}
