import { useLayoutEffect } from 'react'
import { showUnread } from '#hooks/kept-unread.ts'
import { useUnread } from '#hooks/use-inbox.ts'

/** Keeps the count beside "Inbox" in the head of the page true. */
export function UnreadCount() {
  const unread = useUnread()
  useLayoutEffect(() => showUnread(unread), [unread])
  useLayoutEffect(() => () => showUnread(0), [])
  return null
}
