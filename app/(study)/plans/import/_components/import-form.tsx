'use client'

import { type ChangeEvent, useId, useState } from 'react'
import { DatesForm } from '#components/sharing/dates-form.tsx'
import { FieldNotes } from '#components/ui/field.tsx'
import { ApiError } from '#hooks/api.ts'
import { useImportPlan } from '#hooks/use-joining.ts'
import { counted } from '#lib/format.ts'
import { newId } from '#lib/new-id.ts'

/** A file, or its text, and the dates to do it in. */
export function ImportForm({ today, timeZone }: { today: string; timeZone: string }) {
  const id = useId()
  const [text, setText] = useState('')
  const [planId] = useState(newId)
  const bring = useImportPlan()
  const error = bring.error instanceof ApiError ? bring.error.fields.file : undefined

  async function read(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (file) setText(await file.text())
  }

  if (bring.data && bring.data.ignoredCount > 0)
    return (
      <div className="notice max-w-[65ch]">
        <p>
          The plan is there. {counted(bring.data.ignoredCount, 'line was', 'lines were')} no item of a checklist and{' '}
          {bring.data.ignoredCount === 1 ? 'was' : 'were'} left out:
        </p>
        <ul className="small my-2">
          {bring.data.ignored.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <a className="button button-main" href={`/plans/${bring.data.planId}`}>
          Open the plan
        </a>
      </div>
    )
  return (
    <div className="max-w-[42rem]">
      <DatesForm
        today={today}
        timeZone={timeZone}
        submit="Bring it in"
        error={bring.error}
        isPending={bring.isPending || (bring.isSuccess && bring.data.ignoredCount === 0)}
        onSubmit={(dates) =>
          bring.mutate(
            { ...dates, id: planId, file: text },
            {
              onSuccess: (made) => {
                if (made.ignoredCount === 0) location.assign(`/plans/${made.planId}`)
              },
            },
          )
        }
      >
        <div className="field">
          <label htmlFor={`${id}-file`}>A file</label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".md,.markdown,.txt,.json,text/markdown,text/plain,application/json"
            className="input"
            onChange={(event) => void read(event)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-text`}>Or its text</label>
          <textarea
            dir="auto"
            id={`${id}-text`}
            className="input min-h-40 font-mono text-sm"
            rows={8}
            required
            value={text}
            placeholder={'# My plan\n\n- [ ] Read the Dynamo paper'}
            onChange={(event) => setText(event.target.value)}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
          />
          <FieldNotes id={id} error={error} />
        </div>
      </DatesForm>
    </div>
  )
}
