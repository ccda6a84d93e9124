import { shortTopicName } from '#lib/catalogue/short-name.ts'
import type { TopicGrid as Grid } from '#lib/catalogue/topic-grid.ts'
import { emptySearch, searchHref } from '#lib/search/state.ts'

/** Who wrote about what: organisations down, topics across, a darker cell the more readings. */
export function TopicGrid({ grid }: { grid: Grid }) {
  const sections = [...Map.groupBy(grid.columns, (column) => column.section)]
  const firstOf = new Set(sections.map(([, columns]) => columns[0]?.path))
  return (
    <div className="topic-grid" role="region" aria-label="Who wrote about what">
      <table>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              <span className="sr-only">Organisation</span>
            </th>
            {sections.map(([section, columns]) => (
              <th key={section} colSpan={columns.length} scope="colgroup" title={section}>
                {columns.length > 2 ? section : <span className="sr-only">{section}</span>}
              </th>
            ))}
          </tr>
          <tr>
            {grid.columns.map((column) => (
              <th key={column.path} scope="col" data-first={firstOf.has(column.path) ? '' : undefined}>
                <a href={`/catalogue/${column.path}`} title={`${column.section}: ${column.title}`}>
                  {column.path.includes('/') ? shortTopicName(column.title, column.section) : column.section}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/organisations/${row.id}`}>
                  {row.name} <span>{row.total}</span>
                </a>
              </th>
              {row.cells.map((readings, at) => {
                const path = grid.columns[at]?.path ?? ''
                const chosen = path.includes('/') ? { topic: [path] } : { section: [path] }
                return (
                  <td key={path} data-first={firstOf.has(path) ? '' : undefined}>
                    {readings > 0 && (
                      <a
                        href={searchHref({ ...emptySearch, chosen: { ...chosen, organisation: [row.id] } })}
                        data-n={Math.min(readings, 6)}
                        rel="nofollow"
                      >
                        {readings}
                      </a>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
