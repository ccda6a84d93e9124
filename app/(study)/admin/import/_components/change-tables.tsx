'use client'

import type { ChangeKind } from '#lib/catalogue/catalogue-change.ts'
import type { ChangeRow } from '#lib/catalogue/change-words.ts'
import { kindTitles } from '#lib/catalogue/kind-titles.ts'
import { counted } from '#lib/format.ts'
import { toggled } from '#lib/toggled.ts'
import type { ImportPreview } from '#lib/catalogue/import-preview.ts'

/** Longer tables start closed. */
const openRows = 40

/** What the admin leaves out: readings, and whole kinds of changes. */
export type Left = { skip: Set<string>; without: Set<ChangeKind> }

type Props = { kinds: ImportPreview['kinds']; left: Left; onChange: (left: Left) => void }

/** A table for each kind of change, every row of which can be left out. */
export function ChangeTables({ kinds, left, onChange }: Props) {
  if (kinds.length === 0) return <p className="empty">The catalogue already matches the file.</p>
  const without = (kind: ChangeKind) => onChange({ ...left, without: toggled(left.without, kind) })
  const skip = (id: string) => onChange({ ...left, skip: toggled(left.skip, id) })
  return (
    <>
      {kinds.map(({ kind, count, rows }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id={`kind-${kind}`}>
              {kindTitles[kind]}{' '}
              <span className="figures quiet text-base font-normal">{count.toLocaleString('en')}</span>
            </h2>
            <label className="flex min-h-6 items-center gap-2">
              <input type="checkbox" checked={!left.without.has(kind)} onChange={() => without(kind)} />
              Import these
            </label>
          </div>
          <details open={rows.length <= openRows}>
            <summary className="small quiet py-1">
              {count > rows.length
                ? `The first ${rows.length} of ${count.toLocaleString('en')}`
                : counted(count, 'reading')}
            </summary>
            <table className={`w-full border-t border-hairline ${left.without.has(kind) ? 'opacity-55' : ''}`}>
              <caption className="sr-only">{kindTitles[kind]}</caption>
              <thead className="sr-only">
                <tr>
                  <th scope="col">Take it</th>
                  <th scope="col">Reading</th>
                  <th scope="col">What changes</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row
                    key={row.readingId}
                    row={row}
                    isTaken={!left.skip.has(row.readingId) && !left.without.has(kind)}
                    isFixed={left.without.has(kind)}
                    onToggle={() => skip(row.readingId)}
                  />
                ))}
              </tbody>
            </table>
          </details>
        </section>
      ))}
    </>
  )
}

function Row({
  row,
  isTaken,
  isFixed,
  onToggle,
}: {
  row: ChangeRow
  isTaken: boolean
  isFixed: boolean
  onToggle: () => void
}) {
  return (
    <tr className="grid grid-cols-[2rem_minmax(0,1fr)] border-b border-hairline py-2 align-baseline md:table-row">
      <td className="row-span-2 w-8 md:py-1.5">
        <input
          type="checkbox"
          className="size-5 md:translate-y-1"
          aria-label={`Take the change of ${row.title}`}
          checked={isTaken}
          disabled={isFixed}
          onChange={onToggle}
        />
      </td>
      <td className="pr-6 font-serif md:w-2/5 md:py-1.5">
        {row.kind === 'added' ? row.title : <a href={`/readings/${row.readingId}`}>{row.title}</a>}
      </td>
      <td className="small break-words [overflow-wrap:anywhere] md:py-1.5">
        {row.from !== null && <span className="quiet">{row.from} → </span>}
        {row.to}
      </td>
    </tr>
  )
}
