import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { PlanRole } from '#lib/permissions.ts'
import type { Pulse } from '#lib/api/sharing-answers.ts'
import { api, ApiError } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** An open page asks so often whether anything is new, in milliseconds. */
const askEvery = 5_000

/**
 * Watches a plan that is open: asks for its parts again when somebody changed it, ticked, commented or joined.
 * @returns whether the viewer is still on it, and with which role.
 */
export function usePlanVersion(planId: string, initial: Pulse): { gone: boolean; role: PlanRole } {
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: queryKeys.planVersion(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/version', { params: { planId }, signal }),
    initialData: initial,
    refetchInterval: askEvery,
  })
  const known = useRef(initial.pulse)
  useEffect(() => {
    if (data.pulse === known.current) return
    known.current = data.pulse
    void client.invalidateQueries({ queryKey: queryKeys.plan(planId) })
  }, [client, data.pulse, planId])
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
