import { fileAddress } from '#hooks/api.ts'
import { ArchiveForm } from './archive-form.tsx'
import { ChecklistForm } from './checklist-form.tsx'

/** Exports everything of the viewer as files, and imports it again. */
export function TakeAway() {
  return (
    <div className="grid gap-6">
      <ul className="grid gap-3">
        <Format
          href={fileAddress('GET archive', {})}
          name="Archive"
          words="JSON with all that is yours: marks, notes and their history, lists, plans. It can be brought back here or elsewhere."
        />
        <Format
          href={fileAddress('GET archive', { query: { format: 'csv' } })}
          name="Table"
          words="CSV for a spreadsheet, a row a reading."
        />
        <Format
          href={fileAddress('GET archive', { query: { format: 'markdown' } })}
          name="Folder of Markdown"
          words="A ZIP file with a note a reading, which Obsidian opens as a vault."
        />
      </ul>
      <ArchiveForm />
      <ChecklistForm />
    </div>
  )
}

function Format({ href, name, words }: { href: string; name: string; words: string }) {
  return (
    <li>
      <a href={href} download className="font-[520]">
        {name}
      </a>
      <p className="small quiet">{words}</p>
    </li>
  )
}
