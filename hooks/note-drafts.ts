import { localKeys } from '#lib/marks/local.ts'
import type { Draft } from '#lib/notes/note-session.ts'

/** A draft as it is kept, with whose it is and when it was written. */
interface KeptDraft extends Draft {
  viewer: string
  at: number
}

/**
 * Where one editor keeps what is not saved yet. Each editor has a key of its own, so that two tabs do not write over
 * each other, and holds a lock of that name while it lives: a key without its lock was left by a tab that is gone.
 */
export interface DraftPlace {
  /** Keeps the draft; null: all is saved. */
  keep: (draft: Draft | null) => void
  /** Takes over the newest draft on this reading that a tab left behind, or null. */
  adopt: () => Promise<Draft | null>
  /** The editor goes. */
  close: () => void
}

/** A place for the drafts of one editor on one reading. */
export function openDraftPlace(readingId: string): DraftPlace {
  const prefix = `${localKeys.draft}${readingId}.`
  const key = prefix + Math.random().toString(36).slice(2)
  let release = () => {}
  const isOver = new Promise<void>((resolve) => (release = resolve))
  void navigator.locks?.request(key, () => isOver)
  return {
    keep(draft) {
      const viewer = localStorage.getItem(localKeys.viewer)
      if (!draft) return localStorage.removeItem(key)
      if (viewer === null) return
      const kept: KeptDraft = { ...draft, viewer, at: Date.now() }
      try {
        localStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // The browser's store is full or shut: the page still says that nothing is saved.
      }
    },
    async adopt() {
      const held = new Set((await navigator.locks?.query())?.held?.map((lock) => lock.name))
      const left = Object.keys(localStorage)
        .filter((other) => other.startsWith(prefix) && other !== key && !held.has(other))
        .map((other) => ({ other, kept: readDraft(other) }))
        .toSorted((a, b) => (b.kept?.at ?? 0) - (a.kept?.at ?? 0))
      const [newest] = left
      if (!newest?.kept || newest.kept.viewer !== localStorage.getItem(localKeys.viewer)) return null
      localStorage.setItem(key, JSON.stringify(newest.kept))
      localStorage.removeItem(newest.other)
      return { base: newest.kept.base, text: newest.kept.text }
    },
    close: release,
  }
}

/** Whether words on any reading wait in this browser for the server. */
export function listDraftKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(localKeys.draft))
}

/** Another person signed in: what somebody else left unsaved here is not for them. */
export function dropDraftsOfOthers(viewer: string): void {
  for (const key of listDraftKeys()) if (readDraft(key)?.viewer !== viewer) localStorage.removeItem(key)
}

function readDraft(key: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null
  } catch {
    return null
  }
}
