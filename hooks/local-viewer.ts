import { useSyncExternalStore } from 'react'
import { localKeys, signedInCookie } from '#lib/marks/local.ts'
import { type MarkMap } from '#lib/marks/status.ts'
import { api, ApiError } from './api.ts'
import { dropDraftsOfOthers } from './note-drafts.ts'
import { dropPressesOfOthers } from './waiting-presses.ts'

/** Whether this browser knows of somebody signed in; the server decides, this only spares a question. */
export function hasLocalViewer(): boolean {
  return document.documentElement.dataset.viewer !== undefined
}

/**
 * Does what the early script does where it did not run: Next makes the 404 of a static address in the browser, and the
 * scripts of such a page stand still.
 */
export function dressPage(): void {
  if (window.loadpathPaint) return
  const { dataset } = document.documentElement
  const theme = localStorage.getItem(localKeys.theme)
  if (theme !== null) dataset.theme = theme
  if (localStorage.getItem(localKeys.viewer) !== null || document.cookie.includes(`${signedInCookie}=`))
    dataset.viewer = ''
}

/** `hasLocalViewer` as a hook: false on the server and while hydrating. */
export function useHasLocalViewer(): boolean {
  return useSyncExternalStore(onViewerChange, hasLocalViewer, () => false)
}

function onViewerChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-viewer'] })
  return () => observer.disconnect()
}

/**
 * Asks the server who is signed in, where a cookie says that somebody is and this browser's store knows of nobody: it
 * was emptied, or the sign-in came from elsewhere than its form.
 */
export async function recoverLocalViewer(): Promise<void> {
  if (localStorage.getItem(localKeys.viewer) !== null || !document.cookie.includes(`${signedInCookie}=`)) return
  const viewer = await api('GET me').catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 401) expireLocalViewer()
    return null
  })
  if (!viewer) return
  keepLocalViewer(viewer.id)
  keepAsksOnReturn(viewer.askOnReturn)
}

/** Keeps whether the viewer wants to be asked "done?" on coming back from a reading. */
export function keepAsksOnReturn(asks: boolean): void {
  if (asks) localStorage.setItem(localKeys.asks, '1')
  else localStorage.removeItem(localKeys.asks)
}

/** Keeps that somebody is signed in, for the static pages. */
export function keepLocalViewer(id: string): void {
  const before = localStorage.getItem(localKeys.viewer)
  if (before !== null && before !== id) forget(isUnsent)
  if (before !== id) {
    dropDraftsOfOthers(id)
    dropPressesOfOthers(id)
  }
  localStorage.setItem(localKeys.viewer, id)
  document.documentElement.dataset.viewer = ''
}

/** Forgets everything kept of the viewer, words not yet saved included, and unpaints the page: for signing out. */
export function forgetLocalViewer(): void {
  forget(() => false)
  document.cookie = `${signedInCookie}=; Max-Age=0; Path=/`
}

/** Nobody is signed in any more, and nobody asked for it: words and presses not yet sent stay for the person's return. */
export function expireLocalViewer(): void {
  forget(isUnsent)
  document.cookie = `${signedInCookie}=; Max-Age=0; Path=/`
}

/** What the server has not got yet. */
function isUnsent(key: string): boolean {
  return key.startsWith(localKeys.draft) || key.startsWith(localKeys.waiting)
}

/** The theme and the clock are the browser's own and stay. */
function forget(isKept: (key: string) => boolean): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith('loadpath.') && key !== localKeys.theme && key !== localKeys.clock && !isKept(key))
      localStorage.removeItem(key)
  delete document.documentElement.dataset.viewer
  window.loadpathPaint?.()
}

/**
 * Keeps the viewer's marks and paints the page with them. An answer that comes in after signing out is nobody's: nothing
 * of it is kept.
 */
export function keepLocalMarks(marks: MarkMap): void {
  if (!hasLocalViewer()) return
  const text = JSON.stringify(marks)
  if (localStorage.getItem(localKeys.marks) !== text) localStorage.setItem(localKeys.marks, text)
  window.loadpathPaint?.()
}

/** The viewer's marks as they are kept for painting. */
export function localMarks(): MarkMap {
  try {
    return (JSON.parse(localStorage.getItem(localKeys.marks) ?? '{}') ?? {}) as MarkMap
  } catch {
    return {}
  }
}
