import { useMutationState } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { counted } from '#lib/format.ts'

/** Shows that changes wait for the network, and asks before the tab is closed meanwhile. */
export function Unsaved() {
  const waiting = useMutationState({
    filters: { status: 'pending' },
    select: ({ state }) => ({ since: state.submittedAt, isHeld: state.isPaused || state.failureCount > 0 }),
  })
  const held = waiting.filter((one) => one.isHeld)
  const isWaiting = held.length > 0
  const [isShown, show] = useState(false)
  useEffect(() => {
    // Short network failures are not worth a message.
    const timer = setTimeout(() => show(isWaiting), isWaiting ? 700 : 0)
    return () => clearTimeout(timer)
  }, [isWaiting])
  useEffect(() => {
    if (!isWaiting) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isWaiting])
  const place = isShown && isWaiting && document.getElementById('toasts')
  if (!place) return null
  return createPortal(
    <p className="border border-rule bg-amber-wash px-3 py-1.5 small shadow-md">
      Not saved yet: {counted(waiting.length, 'change')}. Waiting for the network; leave this tab open.
    </p>,
    place,
  )
}
