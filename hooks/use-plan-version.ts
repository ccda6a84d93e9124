import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { PlanRole } from '#lib/permissions.ts'
import { api, ApiError } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { refetchEvery } from './use-people.ts'

/** What an open page of a plan asks for every few seconds. */
interface Pulse {
  version: number
  role: PlanRole
}

/**
 * Watches a plan that is open: asks for its parts again when somebody else changed it.
 * @returns whether the viewer is still on it, and with which role.
 */
export function usePlanVersion(planId: string, initial: Pulse): { gone: boolean; role: PlanRole } {
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: queryKeys.planVersion(planId),
    queryFn: ({ signal }) => api<Pulse>('GET', `plans/${planId}/version`, undefined, signal),
    initialData: initial,
    refetchInterval: refetchEvery,
  })
  const known = useRef(initial.version)
  useEffect(() => {
    if (data.version === known.current) return
    known.current = data.version
    void client.invalidateQueries({ queryKey: queryKeys.plan(planId) })
  }, [client, data.version, planId])
  const gone = error instanceof ApiError && (error.status === 404 || error.status === 401)
  useEffect(() => {
    if (!gone) return
    // What was seen of it is not kept; the query that found out stays, so that it does not begin anew.
    client.removeQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'plans' && queryKey[1] === planId && queryKey[2] !== 'version',
    })
  }, [client, gone, planId])
  return { gone, role: data.role }
}
