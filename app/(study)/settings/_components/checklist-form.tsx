'use client'

import { useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { useImportChecklist } from '#hooks/use-archive.ts'
import { counted } from '#lib/format.ts'
import { FileField } from './file-field.tsx'

/** Imports a copy of the reading list that was ticked in Markdown, after a preview of what was matched. */
export function ChecklistForm() {
  const { mutate, data: report, error, isPending } = useImportChecklist()
  const [markdown, setMarkdown] = useState('')
  const open = async (file: File) => {
    const text = await file.text()
    setMarkdown(text)
    mutate({ markdown: text, apply: false })
  }
  return (
    <div>
      <FileField
        label="Import a ticked checklist"
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        hint="A copy of the awesome-scalability README with lines such as “- [x] [Title](address)”. Ticked readings are marked done."
        onFile={open}
      />
      <FormError>{error?.message}</FormError>
      {report && (
        <div className="mt-3" role="status">
          <p>
            {report.isApplied ? 'Marked done: ' : 'Ticked and not done here yet: '}
            {counted(report.added.length, 'reading')}
            {report.already > 0 && `. Done here before: ${report.already}`}. Lines with a box: {report.lines}.
          </p>
          {report.unknown.length > 0 && (
            <details className="as-table mt-1">
              <summary>{counted(report.unknown.length, 'ticked line')} that no reading here fits</summary>
              <ul className="small mt-1">
                {report.unknown.slice(0, 100).map(({ line, title }) => (
                  <li key={line} className="[overflow-wrap:anywhere]">
                    {line}: {title}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {!report.isApplied && report.added.length > 0 && (
            <button
              type="button"
              className="button button-main mt-3"
              disabled={isPending}
              onClick={() => mutate({ markdown, apply: true })}
            >
              Mark them done
            </button>
          )}
        </div>
      )}
    </div>
  )
}
