import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Opinion } from '#lib/api/lists.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

const none = { favourite: false, rating: null }

/** The viewer's opinion of a reading; undefined until the server has told. */
export function useOpinion(readingId: string): Omit<Opinion, 'readingId'> | undefined {
  const { data } = useQuery({
    queryKey: queryKeys.opinions,
    refetchOnWindowFocus: 'always',
    queryFn: async ({ signal }) => (await api('GET opinions', { signal })).items,
  })
  return data && (data.find((one) => one.readingId === readingId) ?? none)
}

/** Sets favourite or rating: shown at once, taken back when the server refuses. */
export function useSetOpinion(readingId: string) {
  const client = useQueryClient()
  const put = (opinion: Opinion) =>
    client.setQueryData<Opinion[]>(queryKeys.opinions, (all = []) => [
      ...all.filter((one) => one.readingId !== readingId),
      opinion,
    ])
  return useMutation({
    mutationKey: ['set-opinion'],
    scope: { id: `opinion:${readingId}` },
    mutationFn: (change: Partial<Omit<Opinion, 'readingId'>>) =>
      api('PUT opinions/[readingId]', { params: { readingId }, body: change }),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey: queryKeys.opinions })
      const all = client.getQueryData<Opinion[]>(queryKeys.opinions)
      const before = all?.find((one) => one.readingId === readingId) ?? { readingId, ...none }
      put({ ...before, ...change })
      return { before }
    },
    onError: (_error, _change, context) => context && put(context.before),
    onSettled: () => {
      if (client.isMutating({ mutationKey: ['set-opinion'] }) === 1)
        void client.invalidateQueries({ queryKey: queryKeys.opinions })
    },
  })
}
