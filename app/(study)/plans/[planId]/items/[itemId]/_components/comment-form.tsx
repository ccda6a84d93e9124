'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import { completeMention, mentionBefore, namesThatBegin } from '#lib/sharing/mention-input.ts'

interface CommentFormProps {
  label: string
  submit: string
  names: string[]
  initial?: string
  isPending: boolean
  onSubmit: (markdown: string) => void
  onCancel?: () => void
}

/** The text of a comment. After an @ it offers the people on the plan by name. */
export function CommentForm({ label, submit, names, initial = '', isPending, onSubmit, onCancel }: CommentFormProps) {
  const [text, setText] = useState(initial)
  const [caret, setCaret] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const begun = mentionBefore(text, caret)
  const offered = begun === null ? [] : namesThatBegin(names, begun)

  function send(event: FormEvent) {
    event.preventDefault()
    if (text.trim() !== '') onSubmit(text)
  }

  function choose(name: string) {
    const next = completeMention(text, caret, name)
    setText(next.text)
    setCaret(next.caret)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(next.caret, next.caret)
    })
  }

  return (
    <form onSubmit={send} className="grid gap-2">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <textarea
        dir="auto"
        ref={area}
        id={id}
        className="input min-h-20"
        rows={3}
        maxLength={4000}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setCaret(event.target.selectionStart)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
        }}
      />
      {offered.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label="People to mention">
          {offered.map((name) => (
            <li key={name}>
              <button type="button" className="button button-small" onClick={() => choose(name)}>
                @{name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button button-main" disabled={isPending || text.trim() === ''}>
          {isPending ? 'Sending…' : submit}
        </button>
        {onCancel && (
          <button type="button" className="button button-quiet" onClick={onCancel}>
            Cancel
          </button>
        )}
        <span className="small quiet">Markdown. Everyone on this plan can read it.</span>
      </div>
    </form>
  )
}
