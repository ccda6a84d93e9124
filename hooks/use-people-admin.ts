import { useMutation } from '@tanstack/react-query'
import type { Sent } from '#lib/api/endpoints.ts'
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

/** Signs somebody out everywhere. */
export function useSignPersonOut() {
  return useMutation({
    mutationFn: (userId: string) => api('DELETE people/[userId]/sessions', { params: { userId } }),
  })
}

/** Deletes somebody's account. */
export function useRemovePerson() {
  return useMutation({ mutationFn: (userId: string) => api('DELETE people/[userId]', { params: { userId } }) })
}

/** Makes an invitation, whose address comes back once. Not tried again by itself: each try would make one. */
export function useMakeInvite() {
  return useMutation({
    retry: false,
    mutationFn: (body: Sent<'POST invites'>['body']) => api('POST invites', { body }),
  })
}

/** Revokes an invitation. */
export function useRevokeInvite() {
  return useMutation({
    mutationFn: (inviteId: string) => api('DELETE invites/[inviteId]', { params: { inviteId } }),
  })
}
