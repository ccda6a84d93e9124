'use client'

import { useState } from 'react'
import { ApiError } from '#hooks/api.ts'
import { useDraft } from '#hooks/use-draft.ts'
import { TextLimit } from './text-limit.tsx'

interface SharedTextProps {
  /** What the draft is kept under. */
  name: string
  label: string
  /** The text as it is saved. */
  saved: string
  max: number
  rows?: number
  /** Saves `text`, written on `was`; throws ApiError 409 with the current texts where that is no longer so. */
  save: (text: string, was: string) => Promise<unknown>
  /** The text among those that a 409 brings. */
  currentOf: (current: unknown) => string
}

/** A text that several people may edit. It is saved on leaving it; where somebody was quicker, both texts are shown. */
export function SharedText({ name, label, saved, max, rows = 2, save, currentOf }: SharedTextProps) {
  const { text, base, setText, forget } = useDraft(name, saved)
  const [theirs, setTheirs] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function put() {
    if (text !== saved && text.length <= max && theirs === null) await send(text, base)
  }

  async function send(mine: string, was: string) {
    setError(null)
    try {
      await save(mine, was)
      setTheirs(null)
      forget()
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409) setTheirs(currentOf(failure.current))
      else setError(failure instanceof Error ? failure.message : 'Not saved.')
    }
  }

  return (
    <div className="grid w-full gap-1">
      <label className="small quiet grid gap-1">
        {label}
        <textarea
          dir="auto"
          className="input max-w-[40rem]"
          rows={rows}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => void put()}
        />
      </label>
      <TextLimit text={text} max={max} />
      {error !== null && <p className="small text-error">Not saved: {error} Your text is kept in this browser.</p>}
      {theirs !== null && (
        <div className="notice max-w-[40rem]" role="alert">
          <p>Somebody changed this since you opened it. It now says:</p>
          <blockquote dir="auto" className="my-2 whitespace-pre-wrap">
            {theirs === '' ? 'Nothing.' : theirs}
          </blockquote>
          <p className="flex flex-wrap gap-3">
            <button type="button" className="button button-small" onClick={() => void send(text, theirs)}>
              Save mine instead
            </button>
            <button
              type="button"
              className="button button-small"
              onClick={() => {
                setTheirs(null)
                forget()
              }}
            >
              Take theirs
            </button>
          </p>
        </div>
      )}
    </div>
  )
}
