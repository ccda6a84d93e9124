'use client'

import { limited } from '#components/ui/limited.ts'
import { SelectButton } from '#components/catalogue/select-button.tsx'
import { SortableRows } from '#components/study/sortable-rows.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import type { Lists } from '#lib/api/lists.ts'
import { useLists, useSetLists } from '#hooks/use-lists.ts'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { SomeRows } from './some-rows.tsx'

/** One named list: its title, which can be changed in place, and its readings in their order. */
export function ListDetail({ listId, rows, lists }: { listId: string; rows: ReadingRow[]; lists: Lists }) {
  const { data } = useLists(lists)
  const { mutate } = useSetLists()
  const list = (data ?? lists).items.find(({ id }) => id === listId)
  if (!list) return <p className="quiet">This list is deleted.</p>
  const setOrder = (readingIds: string[]) => mutate({ kind: 'order', listId, readingIds, was: list.readingIds })
  return (
    <>
      <h1>{list.title}</h1>
      <details className="no-print mt-2 mb-6">
        <summary className="quiet small inline-block min-h-6">Rename or delete</summary>
        <form
          className="mt-2 flex max-w-lg flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            const title = String(new FormData(event.currentTarget).get('title')).trim()
            if (title) mutate({ kind: 'set', listId, title })
          }}
        >
          <input
            name="title"
            className="input !w-auto grow"
            aria-label="Title"
            defaultValue={list.title}
            {...limited(80)}
          />
          <button type="submit" className="button">
            Rename
          </button>
        </form>
        <details className="mt-2">
          <summary className="small inline-block min-h-6 text-error">Delete the list</summary>
          <p className="mt-1 mb-2">This cannot be undone. Its readings keep their marks and notes.</p>
          <button
            type="button"
            className="button text-error"
            onClick={() => mutate({ kind: 'remove', listId }, { onSuccess: () => location.assign('/lists') })}
          >
            Delete “{list.title}”
          </button>
        </details>
      </details>
      {list.readingIds.length > 0 && (
        <p className="small no-print mb-2 flex gap-x-4">
          {list.readingIds.length > 1 && <SelectButton />}
          <a href={`/plans/new?list=${listId}`} className="py-1">
            Start a plan from this list
          </a>
        </p>
      )}
      <SomeRows
        rows={rows}
        order={list.readingIds}
        empty="Nothing here yet. Put readings on this list from their own pages."
      >
        {(shown) => (
          <SortableRows
            rows={shown}
            label={list.title}
            removeLabel="Remove from the list"
            onOrder={setOrder}
            onRemove={({ id, title }) => {
              mutate({ kind: 'take-off', listId, readingId: id })
              showToast({
                text: `Removed from the list: ${title}`,
                actions: [
                  {
                    label: 'Undo',
                    run: () => {
                      mutate({ kind: 'add', listId, readingId: id })
                      setOrder(list.readingIds)
                    },
                  },
                ],
              })
            }}
          />
        )}
      </SomeRows>
    </>
  )
}
