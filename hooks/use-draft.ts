'use client'

import { useState, useSyncExternalStore } from 'react'
import { localKeys } from '#lib/marks/local.ts'

/** A text that is not saved yet, and the saved one that it was written on. */
interface DraftText {
  text: string
  base: string
}

interface KeptText extends DraftText {
  viewer: string
  at: number
}

/**
 * A text that somebody writes, kept in this browser until it is saved: it outlives a reload, a session that ended and a
 * server that refuses. What is on the screen stays there even where the browser's store is full.
 * @param name tells the field from all others, such as `comment:<plan>:<item>`.
 * @param saved the text as it is saved; shown until somebody writes.
 * @returns `base` is the saved text that the shown one was written on; `forget` is for when it is saved or given up.
 */
export function useDraft(
  name: string,
  saved: string,
): DraftText & { setText: (text: string) => void; forget: () => void } {
  const key = `${localKeys.draft}text:${name}`
  const [typed, setTyped] = useState<DraftText | null>(null)
  const stored = useSyncExternalStore(
    neverTold,
    () => localStorage.getItem(key),
    () => null,
  )
  const { text, base } = typed ?? readKept(stored) ?? { text: saved, base: saved }
  return {
    text,
    base,
    setText(next) {
      setTyped({ text: next, base })
      if (next === '' || next === base) localStorage.removeItem(key)
      else keepText(key, { text: next, base })
    },
    forget() {
      localStorage.removeItem(key)
      setTyped(null)
    },
  }
}

/** Only this field writes under its key. */
function neverTold(): () => void {
  return () => {}
}

function keepText(key: string, draft: DraftText): void {
  const viewer = localStorage.getItem(localKeys.viewer)
  if (viewer === null) return
  try {
    localStorage.setItem(key, JSON.stringify({ ...draft, viewer, at: Date.now() } satisfies KeptText))
  } catch {
    // The store is full or shut: the text still stands in its field.
  }
}

/** A draft of the viewer's own; null for none and for somebody else's. */
function readKept(stored: string | null): DraftText | null {
  if (stored === null) return null
  try {
    const kept = JSON.parse(stored) as Partial<KeptText>
    if (kept.viewer !== localStorage.getItem(localKeys.viewer) || typeof kept.text !== 'string') return null
    return { text: kept.text, base: kept.base ?? '' }
  } catch {
    return null
  }
}
