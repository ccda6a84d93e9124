import { localKeys } from '#lib/marks/local.ts'
import { hasLocalViewer } from './local-viewer.ts'

/** The count of unread entries as this browser last heard it, and when; null where it never did. */
export function keptUnread(): { unread: number; at: number } | null {
  const [unread, at] = (localStorage.getItem(localKeys.unread) ?? '').split(' ').map(Number)
  return unread !== undefined && at ? { unread, at } : null
}

/** Keeps the count for the pages to come, which show it before they ask. */
export function keepUnread(unread: number): void {
  if (hasLocalViewer()) localStorage.setItem(localKeys.unread, `${unread} ${Date.now()}`)
}

/** Shows the count in the head of the page, or takes it away; the early script does the same before the first paint. */
export function showUnread(unread: number): void {
  const { style } = document.documentElement
  if (unread > 0) style.setProperty('--unread', `"${unread}"`)
  else style.removeProperty('--unread')
}
