'use client'

import { useEffect, useState } from 'react'
import { localKeys } from '#lib/marks/local.ts'

interface KeptText {
  viewer: string
  at: number
  text: string
}

/**
 * A text that somebody writes, kept in this browser until it is saved: it outlives a reload, a session that ended and a
 * server that refuses. What is on the screen stays there even where the browser's store is full.
 * @param name tells the field from all others, such as `comment:<plan>:<item>`.
 */
export function useDraft(
  name: string,
  initial: string,
): { text: string; setText: (text: string) => void; forget: () => void } {
  const key = `${localKeys.draft}text:${name}`
  const [text, setShown] = useState(initial)
  useEffect(() => {
    const kept = readKept(key)
    if (kept?.viewer === localStorage.getItem(localKeys.viewer) && kept?.text) setShown(kept.text)
  }, [key])

  function setText(next: string) {
    setShown(next)
    const viewer = localStorage.getItem(localKeys.viewer)
    if (next === '' || next === initial) return forget()
    if (viewer === null) return
    try {
      localStorage.setItem(key, JSON.stringify({ viewer, at: Date.now(), text: next } satisfies KeptText))
    } catch {
      // The store is full or shut: the text still stands in its field.
    }
  }

  function forget() {
    localStorage.removeItem(key)
  }

  return { text, setText, forget }
}

function readKept(key: string): KeptText | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptText | null
  } catch {
    return null
  }
}
