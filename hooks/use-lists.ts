import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Lists, ReadingList } from '#lib/api/lists.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** The viewer's lists in their order. `initial`: as the page was rendered with. */
export function useLists(initial?: Lists) {
  return useQuery({
    queryKey: queryKeys.lists,
    refetchOnWindowFocus: 'always',
    queryFn: ({ signal }) => api('GET lists', { signal }),
    ...(initial ? { initialData: initial } : {}),
  })
}

/** Anything that can be done to the lists; `queue` stands for the queue where an order is set. */
export type ListChange =
  | { kind: 'set'; listId: string; title: string }
  | { kind: 'remove'; listId: string }
  | { kind: 'add' | 'take-off'; listId: string; readingId: string }
  | { kind: 'order'; listId: string; readingIds: string[]; was?: string[] }

/**
 * Changes the lists: shown at once, taken back when the server refuses. Each change can be sent twice.
 */
export function useSetLists() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['set-lists'],
    scope: { id: 'lists' },
    mutationFn: send,
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey: queryKeys.lists })
      const before = client.getQueryData<Lists>(queryKeys.lists)
      if (before) client.setQueryData(queryKeys.lists, changed(before, change))
      return { before }
    },
    onError: (_error, _change, context) => client.setQueryData(queryKeys.lists, context?.before),
    onSettled: () => {
      if (client.isMutating({ mutationKey: ['set-lists'] }) === 1)
        void client.invalidateQueries({ queryKey: queryKeys.lists })
    },
  })
}

function send(change: ListChange): Promise<unknown> {
  const { listId } = change
  switch (change.kind) {
    case 'set':
      return api('PUT lists/[listId]', { params: { listId }, body: { title: change.title } })
    case 'remove':
      return api('DELETE lists/[listId]', { params: { listId } })
    case 'add':
      return api('PUT lists/[listId]/entries/[readingId]', { params: { listId, readingId: change.readingId } })
    case 'take-off':
      return api('DELETE lists/[listId]/entries/[readingId]', { params: { listId, readingId: change.readingId } })
    case 'order':
      return api('PUT lists/[listId]/order', {
        params: { listId },
        body: { readingIds: change.readingIds, ...(change.was && { was: change.was }) },
      })
  }
}

/** The lists as they are after a change. */
export function changed({ items, queue }: Lists, change: ListChange): Lists {
  const onList = (edit: (list: ReadingList) => ReadingList): Lists => ({
    items: items.map((list) => (list.id === change.listId ? edit(list) : list)),
    queue,
  })
  switch (change.kind) {
    case 'set':
      return items.some(({ id }) => id === change.listId)
        ? onList((list) => ({ ...list, title: change.title }))
        : { items: [...items, { id: change.listId, title: change.title, readingIds: [] }], queue }
    case 'remove':
      return { items: items.filter(({ id }) => id !== change.listId), queue }
    case 'add':
      return onList((list) => ({ ...list, readingIds: [...new Set([...list.readingIds, change.readingId])] }))
    case 'take-off':
      return onList((list) => ({ ...list, readingIds: list.readingIds.filter((id) => id !== change.readingId) }))
    case 'order':
      return change.listId === 'queue'
        ? { items, queue: change.readingIds }
        : onList((list) => ({ ...list, readingIds: change.readingIds }))
  }
}
