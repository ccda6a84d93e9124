'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import { TextLimit } from '#components/ui/text-limit.tsx'
import { useDraft } from '#hooks/use-draft.ts'
import { completeMention, mentionBefore, namesThatBegin } from '#lib/sharing/mention-input.ts'

/** As much as a comment holds. */
const maxComment = 4000

interface CommentFormProps {
  label: string
  submit: string
  names: string[]
  initial?: string
  /** What the draft is kept under until it is sent. */
  draft: string
  isPending: boolean
  /** `onSent` is called once the server has it. */
  onSubmit: (markdown: string, onSent: () => void) => void
  onCancel?: () => void
}

/** The text of a comment. After an @ it offers the people on the plan by name. */
export function CommentForm({
  label,
  submit,
  names,
  initial = '',
  draft,
  isPending,
  onSubmit,
  onCancel,
}: CommentFormProps) {
  const { text, setText, forget } = useDraft(draft, initial)
  const [caret, setCaret] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const begun = mentionBefore(text, caret)
  const offered = begun === null ? [] : namesThatBegin(names, begun)

  function send(event: FormEvent) {
    event.preventDefault()
    if (text.trim() !== '' && text.length <= maxComment) onSubmit(text, forget)
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
        aria-describedby={`${id}-limit`}
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
      <TextLimit id={`${id}-limit`} text={text} max={maxComment} />
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
        <button
          type="submit"
          className="button button-main"
          disabled={isPending || text.trim() === '' || text.length > maxComment}
        >
          {isPending ? 'Sending…' : submit}
        </button>
        {onCancel && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              forget()
              onCancel()
            }}
          >
            Cancel
          </button>
        )}
        <span className="small quiet">Markdown. Everyone on this plan can read it.</span>
      </div>
    </form>
  )
}
