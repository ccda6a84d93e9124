'use client'

import { useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import type { ImportReport, RowCount } from '#lib/api/archive.ts'
import { useImportArchive } from '#hooks/use-archive.ts'
import { FileField } from './file-field.tsx'

const names = {
  marks: 'Marks',
  notes: 'Notes',
  versions: 'Earlier versions',
  events: 'Days of study',
  opinions: 'Favourites and ratings',
  lists: 'Lists',
  answers: 'Practice answers',
  reviews: 'Card reviews',
  quotes: 'Quotes',
  readThroughs: 'Times read again',
  progress: 'How far you are',
  estimates: 'Estimates',
} as const

/** Restores an archive, after a preview of what would change. */
export function ArchiveForm() {
  const { mutate, data: report, error, isPending } = useImportArchive()
  const [archive, setArchive] = useState<unknown>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async (file: File) => {
    setProblem(null)
    try {
      const read: unknown = JSON.parse(await file.text())
      setArchive(read)
      mutate({ archive: read, apply: false })
    } catch {
      setProblem('This file is not JSON. Choose the archive that you took away from here.')
    }
  }
  return (
    <div>
      <FileField
        label="Restore an archive"
        accept="application/json,.json"
        hint="What is newer wins, here or there, and you see what would change first."
        onFile={open}
      />
      <FormError>{problem ?? error?.message}</FormError>
      {report && !problem && (
        <Report report={report} isPending={isPending} onApply={() => mutate({ archive, apply: true })} />
      )}
    </div>
  )
}

function Report({ report, isPending, onApply }: { report: ImportReport; isPending: boolean; onApply: () => void }) {
  const rows: [string, RowCount][] = [
    ...Object.entries(names).map(([kind, name]): [string, RowCount] => [
      name,
      report.counts[kind as keyof typeof names],
    ]),
    ['Own readings', report.ownReadings],
    ['Plans', report.plans],
  ]
  const isNothing = rows.every(([, { added, changed }]) => added + changed === 0)
  return (
    <div className="mt-3" role="status">
      <table className="figures small w-full">
        <caption className="pb-1 text-left font-[520]">
          {report.isApplied ? 'Done. This was brought in:' : 'This would be brought in:'}
        </caption>
        <thead>
          <tr className="quiet border-b border-hairline">
            <th className="py-1 text-left font-normal" scope="col">
              Kind
            </th>
            {['New', 'Newer', 'As here'].map((name) => (
              <th key={name} className="py-1 text-right font-normal" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { added, changed, kept }]) => (
            <tr key={name} className="border-b border-hairline">
              <th className="py-1 text-left font-normal" scope="row">
                {name}
              </th>
              {[added, changed, kept].map((count, index) => (
                <td key={index} className="py-1 text-right">
                  {count.toLocaleString('en')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {report.plans.ofOthers > 0 && (
        <p className="small quiet mt-2">
          {report.plans.ofOthers} of the plans belong to others and stay with them; ask for a new link.
        </p>
      )}
      {report.unknown.length > 0 && (
        <p className="small quiet mt-2">
          Not in this catalogue, and left out: {report.unknown.map(({ title }) => title).join(', ')}.
        </p>
      )}
      {!report.isApplied && (
        <p className="mt-3">
          {isNothing ? (
            <span className="quiet">Everything is here already.</span>
          ) : (
            <button type="button" className="button button-main" disabled={isPending} onClick={onApply}>
              Bring it in
            </button>
          )}
        </p>
      )}
    </div>
  )
}
