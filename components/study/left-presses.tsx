import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queryKeys } from '#hooks/query-keys.ts'
import { sendLeftPresses } from '#hooks/send-press.ts'

/** Sends what was pressed without a network on pages that are gone: at once, and whenever there is a network again. */
export function LeftPresses() {
  const client = useQueryClient()
  useEffect(() => {
    let isSending = false
    const send = async () => {
      if (isSending) return
      isSending = true
      const sent = await sendLeftPresses().catch(() => 0)
      isSending = false
      if (sent > 0)
        for (const queryKey of [queryKeys.marks, queryKeys.today, queryKeys.plans])
          void client.invalidateQueries({ queryKey })
    }
    const onReturn = () => void send()
    onReturn()
    window.addEventListener('online', onReturn)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      window.removeEventListener('online', onReturn)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [client])
  return null
}
