'use client'

import { useRouter } from 'next/navigation'
import { showToast } from '#components/ui/toaster.tsx'
import { useUndoChange } from '#hooks/use-catalogue-admin.ts'
import { kindTitles } from '#lib/catalogue/kind-titles.ts'
import { counted } from '#lib/format.ts'

/** A batch of changes, as shown in the list. */
export interface PastBatch {
  id: string
  source: 'shipped' | 'import' | 'report' | 'undo'
  title: string
  when: string
  undoneAt: number | null
  counts: Partial<Record<keyof typeof kindTitles | 'facts', number>>
}

/** What was changed before, newest first; imports and accepted reports can be undone. */
export function History({ batches }: { batches: PastBatch[] }) {
  const router = useRouter()
  const undo = useUndoChange()
  if (batches.length === 0) return null
  const take = (id: string) =>
    undo.mutate(id, {
      onSuccess: ({ undone, stayed }) => {
        const rest = stayed > 0 ? ` ${counted(stayed, 'change')} stayed, because something came after.` : ''
        showToast({ text: `${counted(undone, 'change')} taken back.${rest}` })
        router.refresh()
      },
      onError: (error) => showToast({ text: error.message, tone: 'error' }),
    })
  return (
    <section aria-labelledby="history" className="mt-14">
      <h2 id="history" className="mb-2">
        Changed before
      </h2>
      <ol>
        {batches.map((batch) => (
          <li key={batch.id} className="hairline flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
            <div className="min-w-0">
              <p className={batch.undoneAt === null ? '' : 'line-through decoration-rule'}>{batch.title}</p>
              <p className="small quiet figures">
                {batch.when}
                {Object.entries(batch.counts).map(
                  ([kind, count]) =>
                    ` · ${kindTitles[kind as keyof typeof kindTitles] ?? kind} ${count.toLocaleString('en')}`,
                )}
                {batch.undoneAt !== null && ' · undone'}
              </p>
            </div>
            {batch.undoneAt === null && (batch.source === 'import' || batch.source === 'report') && (
              <button
                type="button"
                className="button button-small"
                aria-label={`Undo: ${batch.title}`}
                disabled={undo.isPending}
                onClick={() => take(batch.id)}
              >
                Undo
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
