import { useMutation } from '@tanstack/react-query'
import type { Sent } from '#lib/api/endpoints.ts'
import { api } from './api.ts'

/** Makes a token, which comes back once. Not tried again by itself: each try would make one. */
export function useMakeToken() {
  return useMutation({
    retry: false,
    mutationFn: (body: Sent<'POST tokens'>['body']) => api('POST tokens', { body }),
  })
}

/** Revokes a token. */
export function useRevokeToken() {
  return useMutation({
    retry: false,
    mutationFn: (tokenId: string) => api('DELETE tokens/[tokenId]', { params: { tokenId } }),
  })
}
