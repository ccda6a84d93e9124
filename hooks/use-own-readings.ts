import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OwnReadingChange } from '#lib/api/own-readings.ts'
import type { Sent } from '#lib/api/endpoints.ts'
import { newId } from '#lib/new-id.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { pressTime } from './press-time.ts'

/** The form that sends it shows what was refused. */
const saidByForm = { retry: false, meta: { isSaidByForm: true } }

/** Asks a page for its title. */
export function usePageTitle() {
  return useMutation({ ...saidByForm, mutationFn: (url: string) => api('POST own-readings/title', { body: { url } }) })
}

/** What becomes of a reading that is added. */
export type Destination =
  | { kind: 'keep' | 'queued' | 'done' }
  | { kind: 'list'; listId: string }
  | { kind: 'plan'; planId: string }

/** A reading to be added, with where it goes and words of it to keep. */
export interface NewOwn {
  facts: Sent<'POST own-readings'>['body']
  destination: Destination
  quote: string
  /** Ids made once a form, so that sending it again does nothing twice. */
  ids: { quote: string; item: string }
}

/** Adds a reading and puts it where it goes, one after the other; each step can be sent twice. */
export function useAddReading() {
  const client = useQueryClient()
  return useMutation({
    ...saidByForm,
    mutationFn: async ({ facts, destination, quote, ids }: NewOwn) => {
      const added = await api('POST own-readings', { body: facts })
      const readingId = added.id
      if (quote.trim() !== '')
        await api('PUT quotes/[quoteId]', { params: { quoteId: ids.quote }, body: { readingId, text: quote } })
      if (destination.kind === 'queued' || destination.kind === 'done')
        await api('PUT marks/[readingId]', {
          params: { readingId },
          body: { status: destination.kind, at: pressTime() },
        })
      if (destination.kind === 'list')
        await api('PUT lists/[listId]/entries/[readingId]', { params: { listId: destination.listId, readingId } })
      if (destination.kind === 'plan')
        await api('POST plans/[planId]/items', {
          params: { planId: destination.planId },
          body: { id: ids.item, kind: 'read', tier: 'should', readingId },
        })
      return added
    },
    onSettled: () =>
      Promise.all(
        [queryKeys.marks, queryKeys.lists, queryKeys.plans, queryKeys.today].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  })
}

/** The ids that one form sends along. */
export function newIds(): NewOwn['ids'] {
  return { quote: newId(), item: newId() }
}

/** Changes a reading that the viewer added. */
export function useSetOwnReading(readingId: string) {
  return useMutation({
    ...saidByForm,
    mutationFn: (change: OwnReadingChange) =>
      api('PATCH own-readings/[readingId]', { params: { readingId }, body: change }),
  })
}

/** Deletes a reading that the viewer added, or brings it back. */
export function useRemoveOwnReading(readingId: string) {
  const client = useQueryClient()
  return useMutation({
    ...saidByForm,
    mutationFn: (isBack: boolean) =>
      isBack
        ? api('POST own-readings/[readingId]/restore', { params: { readingId } })
        : api('DELETE own-readings/[readingId]', { params: { readingId } }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.marks }),
  })
}

/** Brings bookmarks in, or tells what they would add. */
export function useImportBookmarks() {
  return useMutation({
    ...saidByForm,
    mutationFn: (body: Sent<'POST own-readings/import'>['body']) => api('POST own-readings/import', { body }),
  })
}

/** Offers an own reading to the catalogue with a reason, or withdraws the offer: null. */
export function useOfferReading(readingId: string) {
  return useMutation({
    ...saidByForm,
    mutationFn: (reason: string | null) =>
      reason === null
        ? api('DELETE own-readings/[readingId]/offer', { params: { readingId } })
        : api('PUT own-readings/[readingId]/offer', { params: { readingId }, body: { reason } }),
  })
}

/** Decides what somebody offered to the catalogue; for admins. */
export function useDecideOffer(readingId: string) {
  return useMutation({
    ...saidByForm,
    mutationFn: (body: Sent<'PUT own-offers/[readingId]'>['body']) =>
      api('PUT own-offers/[readingId]', { params: { readingId }, body }),
  })
}
