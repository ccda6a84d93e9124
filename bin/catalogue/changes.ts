import { undoCatalogueChange } from '#db/mutations/catalogue/undo-catalogue-change.ts'
import { listChanges } from '#db/queries/catalogue/changes.ts'
import { counted } from '#lib/format.ts'
import { textTable } from '#lib/text-table.ts'
import { readArguments, saying } from './arguments.ts'

/** Shows the last changes, newest first. */
export async function changesCommand(args: string[]): Promise<void> {
  readArguments(args, {})
  const batches = await listChanges({ limit: 30 })
  const rows = batches.map((batch) => [
    batch.id,
    new Date(batch.createdAt).toISOString().slice(0, 16).replace('T', ' '),
    batch.source,
    Object.entries(batch.counts)
      .map(([kind, n]) => `${n} ${kind}`)
      .join(', '),
    batch.title + (batch.undoneAt === null ? '' : ' (undone)'),
  ])
  console.log(rows.length > 0 ? textTable(rows, process.stdout.columns ?? 200).join('\n') : 'Nothing was changed yet.')
}

/** Takes a change back. */
export async function undoCommand(args: string[]): Promise<void> {
  const { positionals } = readArguments(args, {})
  const { title, undone, stayed } = await saying(undoCatalogueChange('console', positionals[0], Date.now()))
  const rest = stayed > 0 ? ` ${counted(stayed, 'change')} stayed, because something came after.` : ''
  console.log(`Undone: ${title} (${counted(undone, 'change')}).${rest}`)
}
