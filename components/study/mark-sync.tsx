import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { localMarks } from '#hooks/local-viewer.ts'
import { queryKeys } from '#hooks/query-keys.ts'
import { localKeys } from '#lib/marks/local.ts'

/** Takes over at once what another tab of this browser marks; other devices are asked for when this one gets the focus. */
export function MarkSync() {
  const client = useQueryClient()
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key !== localKeys.marks || client.isMutating({ mutationKey: ['set-mark'] }) > 0) return
      client.setQueryData(queryKeys.marks, localMarks())
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [client])
  return null
}
