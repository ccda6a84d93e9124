import type { CSSProperties } from 'react'
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
        <colgroup>
          <col />
          {grid.columns.map((column) => (
            <col key={column.path} className={firstOf.has(column.path) ? 'first' : undefined} />
          ))}
        </colgroup>
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
              <th key={column.path} scope="col">
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
              {cellsOf(row.cells).map(({ readings, at, span }) =>
                readings === 0 ? (
                  <td key={at} colSpan={span}>
                    {' '}
                  </td>
                ) : (
                  <td key={at}>
                    <a href={hrefOf(grid.columns[at]?.path ?? '', row.id)} style={shade(readings)} rel="nofollow">
                      {readings}
                    </a>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The more readings, the darker, up to six. */
function shade(readings: number): CSSProperties {
  return { '--n': Math.min(readings, 6) } as CSSProperties
}

/** A row's cells. Adjacent empty ones are merged: most are empty, and each is sent twice. */
function cellsOf(counts: number[]): { readings: number; at: number; span: number }[] {
  const cells: { readings: number; at: number; span: number }[] = []
  for (const [at, readings] of counts.entries()) {
    const last = cells.at(-1)
    if (readings === 0 && last?.readings === 0) last.span += 1
    else cells.push({ readings, at, span: 1 })
  }
  return cells
}

function hrefOf(path: string, organisation: string): string {
  const chosen = path.includes('/') ? { topic: [path] } : { section: [path] }
  return searchHref({ ...emptySearch, chosen: { ...chosen, organisation: [organisation] } })
}
