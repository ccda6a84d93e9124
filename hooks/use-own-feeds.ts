import { useMutation } from '@tanstack/react-query'
import type { OwnFeedKind } from '#lib/feeds/own-feed.ts'
import { api } from './api.ts'

/** Makes or renews a secret address of what one has done, which comes back once; or revokes it. */
export function useSetOwnFeed() {
  return useMutation({
    retry: false,
    mutationFn: ({ kind, wanted }: { kind: OwnFeedKind; wanted: boolean }) =>
      wanted ? api('POST feeds', { body: { kind } }) : api('DELETE feeds/[kind]', { params: { kind } }),
  })
}
