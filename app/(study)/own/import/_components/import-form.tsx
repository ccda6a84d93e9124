'use client'

import { type FormEvent, useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { useImportBookmarks } from '#hooks/use-own-readings.ts'
import { BookmarksPreview } from './bookmarks-preview.tsx'

/** A file or pasted addresses; what they would add is shown before anything is written. */
export function ImportForm() {
  const [text, setText] = useState('')
  const { mutate, data, error, isPending, reset } = useImportBookmarks()
  const look = (words: string) => {
    setText(words)
    mutate({ text: words, apply: false })
  }
  function send(event: FormEvent) {
    event.preventDefault()
    if (text.trim() !== '') look(text)
  }
  return (
    <div className="grid max-w-[44rem] gap-5">
      <div className="field">
        <label className="label" htmlFor="bookmarks">
          A file
        </label>
        <input
          id="bookmarks"
          type="file"
          className="file-input"
          accept=".html,.htm,.csv,.txt,text/html,text/csv,text/plain"
          onChange={async (event) => {
            const [file] = event.target.files ?? []
            if (file) look(await file.text())
          }}
        />
        <p className="small quiet">
          The HTML that a browser exports, the CSV of Pocket or Instapaper, or a list with an address a line.
        </p>
      </div>
      <form onSubmit={send} className="field">
        <label className="label" htmlFor="addresses">
          Or addresses
        </label>
        <textarea
          id="addresses"
          className="input min-h-24"
          placeholder="https://"
          onChange={(event) => {
            setText(event.target.value)
            reset()
          }}
        />
        <p>
          <button type="submit" className="button button-small mt-1" disabled={isPending}>
            See what they would add
          </button>
        </p>
      </form>
      {isPending && <p role="status">Looking through the links.</p>}
      <FormError>{error?.message}</FormError>
      {data && !isPending && <BookmarksPreview report={data} onApply={() => mutate({ text, apply: true })} />}
    </div>
  )
}
