import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InboxAnswer, InboxItem } from '#lib/api/inbox.ts'
import type { InboxKind } from '#lib/inbox/inbox.ts'
import { api } from './api.ts'
import { keepUnread, keptUnread } from './kept-unread.ts'
import { queryKeys } from './query-keys.ts'

/** How long a count holds before it is asked for again, in milliseconds: each page of the catalogue is a new document. */
const countHolds = 60_000

/** How many entries of the viewer's inbox are unread: at once as this browser last knew it, then as the server says. */
export function useUnread(): number {
  const kept = keptUnread()
  const { data } = useQuery({
    queryKey: queryKeys.unread,
    staleTime: countHolds,
    queryFn: async ({ signal }) => {
      const { unread } = await api('GET inbox', { query: { limit: 0 }, signal })
      keepUnread(unread)
      return unread
    },
    ...(kept ? { initialData: kept.unread, initialDataUpdatedAt: kept.at } : {}),
  })
  return data ?? 0
}

type Pages = InfiniteData<InboxAnswer, string | null>

/** The viewer's inbox, page by page, the newest first. */
export function useInbox(initial: InboxAnswer) {
  return useInfiniteQuery({
    queryKey: queryKeys.inbox,
    queryFn: ({ pageParam, signal }) => api('GET inbox', { query: { cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    initialData: { pages: [initial], pageParams: [null] },
  })
}

/** What is said of entries: one is read or not, or all up to a moment are. */
export type InboxChange = { entryId: string; isRead: boolean } | { readUntil: number }

/** Marks entries read or unread: shown at once, taken back when the server refuses. */
export function useSetInbox() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['set-inbox'],
    scope: { id: 'inbox' },
    mutationFn: (change: InboxChange) =>
      'readUntil' in change
        ? api('PUT inbox', { body: change })
        : api('PUT inbox/[entryId]', { params: { entryId: change.entryId }, body: { isRead: change.isRead } }),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey: queryKeys.inbox })
      const before = client.getQueryData<Pages>(queryKeys.inbox)
      if (!before) return { before }
      const after = { ...before, pages: before.pages.map((page) => changed(page, change)) }
      client.setQueryData(queryKeys.inbox, after)
      setUnread(before, after)
      return { before }
    },
    onError: (_error, _change, context) => {
      const now = client.getQueryData<Pages>(queryKeys.inbox)
      if (!context?.before || !now) return
      client.setQueryData(queryKeys.inbox, context.before)
      setUnread(now, context.before)
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey: ['set-inbox'] }) > 1) return
      void client.invalidateQueries({ queryKey: queryKeys.inbox })
      void client.invalidateQueries({ queryKey: queryKeys.unread })
    },
  })

  /** Counts up or down by what changed on the pages that are loaded. */
  function setUnread(before: Pages, after: Pages): void {
    const by = unreadOn(after) - unreadOn(before)
    const unread = Math.max(0, (client.getQueryData<number>(queryKeys.unread) ?? unreadOn(before)) + by)
    client.setQueryData(queryKeys.unread, unread)
    keepUnread(unread)
  }
}

function unreadOn({ pages }: Pages): number {
  return pages.reduce((sum, page) => sum + page.items.filter((item) => !item.isRead).length, 0)
}

function changed(page: InboxAnswer, change: InboxChange): InboxAnswer {
  const edit = (item: InboxItem): InboxItem => {
    if ('readUntil' in change) return item.at <= change.readUntil ? { ...item, isRead: true } : item
    return item.id === change.entryId ? { ...item, isRead: change.isRead } : item
  }
  return { ...page, items: page.items.map(edit) }
}

/** Switches kinds of entries off, and all others on. */
export function useSetInboxOff() {
  const client = useQueryClient()
  return useMutation({
    scope: { id: 'inbox-off' },
    mutationFn: (off: InboxKind[]) => api('PUT inbox/settings', { body: { off } }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.unread }),
  })
}
