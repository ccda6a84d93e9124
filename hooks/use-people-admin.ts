import { useMutation } from '@tanstack/react-query'
import type { UserRole } from '#lib/auth/user-role.ts'
import { api } from './api.ts'

/** Changes somebody's account, as an admin. */
export function useSetPerson() {
  return useMutation({
    mutationFn: ({ userId, ...body }: { userId: string; role?: UserRole; disabled?: boolean }) =>
      api('PATCH people/[userId]', { params: { userId }, body }),
  })
}

/** Turns somebody's second step off. */
export function useRemoveFactors() {
  return useMutation({
    mutationFn: (userId: string) => api('DELETE people/[userId]/factors', { params: { userId } }),
  })
}

/** Makes the link by which somebody sets a new password. */
export function useMakeReset() {
  return useMutation({ mutationFn: (userId: string) => api('POST people/[userId]/reset', { params: { userId } }) })
}
