'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useImportList, usePreviewImport } from '#hooks/use-catalogue-admin.ts'
import type { ImportGiven } from '#lib/api/catalogue.ts'
import type { ChangeKind } from '#lib/catalogue/catalogue-change.ts'
import { counted } from '#lib/format.ts'
import { ChangeTables } from './change-tables.tsx'
import { Doubts } from './doubts.tsx'
import { FileSummary } from './file-summary.tsx'

const nothingLeftOut = { skip: new Set<string>(), without: new Set<ChangeKind>() }

/** From a file to a changed catalogue: choose, look, decide, apply. Looks again after each decision. */
export function ImportFlow() {
  const router = useRouter()
  const [given, setGiven] = useState<ImportGiven | null>(null)
  const [left, setLeft] = useState(nothingLeftOut)
  const preview = usePreviewImport()
  const apply = useImportList()
  const found = preview.data

  function look(next: ImportGiven) {
    setGiven(next)
    apply.reset()
    preview.mutate(next)
  }

  async function choose(file: File | undefined) {
    if (!file) return
    setLeft(nothingLeftOut)
    preview.reset()
    look({ name: file.name, markdown: await file.text(), decisions: {}, goneSections: [] })
  }

  function take() {
    if (!given || !found) return
    const taken = { ...given, revision: found.revision, skip: [...left.skip], without: [...left.without] }
    apply.mutate(taken, {
      onSuccess: ({ changes }) => {
        showToast({ text: changes > 0 ? `${counted(changes, 'change')} made.` : 'There was nothing to change.' })
        setGiven(null)
        preview.reset()
        router.refresh()
      },
    })
  }

  const skippable = found?.kinds.flatMap(({ kind, rows }) => rows.map((row) => ({ kind, id: row.readingId }))) ?? []
  const all = found?.kinds.reduce((sum, { kind, count }) => sum + (left.without.has(kind) ? 0 : count), 0) ?? 0
  const taking = all - skippable.filter(({ kind, id }) => left.skip.has(id) && !left.without.has(kind)).length
  return (
    <section aria-label="A list to import">
      <label className="field max-w-[34rem]">
        <span className="label">The list’s file</span>
        <input
          type="file"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          className="input file:mr-3 file:border-0 file:bg-transparent file:font-[520]"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <span className="small quiet">A README.md. Only the changes that it makes are kept.</span>
      </label>
      <div role="status" className="quiet mt-4 min-h-6">
        {preview.isPending && 'Comparing it with the catalogue.'}
      </div>
      <FormError>{(apply.error ?? preview.error)?.message}</FormError>
      {given && found && (
        <div className="mt-4 grid gap-10">
          <FileSummary given={given} found={found} onChange={look} />
          <Doubts given={given} doubts={found.doubts} doubtful={found.doubtful} onChange={look} />
          <ChangeTables kinds={found.kinds} left={left} onChange={setLeft} />
          <div className="sticky bottom-(--bar) flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule bg-paper py-3">
            <button
              type="button"
              className="button button-main"
              disabled={taking === 0 || apply.isPending || preview.isPending}
              onClick={take}
            >
              {apply.isPending ? 'Applying' : taking === 0 ? 'Nothing to apply' : `Apply ${counted(taking, 'change')}`}
            </button>
            {found.doubtful > 0 && (
              <span className="small quiet">
                {found.doubtful === 1
                  ? 'The doubtful one stays as it is.'
                  : `The ${found.doubtful.toLocaleString('en')} doubtful ones stay as they are.`}
              </span>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
