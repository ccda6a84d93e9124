'use client'

import { SortableRows } from '#components/study/sortable-rows.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import type { Lists } from '#lib/api/lists.ts'
import { useLists, useSetLists } from '#hooks/use-lists.ts'
import { useSetMark } from '#hooks/use-marks.ts'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { SomeRows } from './some-rows.tsx'

/** The queue in its order. Removing a reading from it removes its mark, which can be undone. */
export function QueueRows({ rows, lists }: { rows: ReadingRow[]; lists: Lists }) {
  const { data } = useLists(lists)
  const { mutate } = useSetLists()
  const setMark = useSetMark()
  const order = data?.queue ?? lists.queue
  const setOrder = (readingIds: string[], was = order) => mutate({ kind: 'order', listId: 'queue', readingIds, was })
  return (
    <SomeRows
      rows={rows}
      order={order}
      empty="Nothing is queued. Press “Queue it” on a reading’s page, and it waits here in your order."
    >
      {(shown) => (
        <SortableRows
          rows={shown}
          label="Queue"
          removeLabel="Remove from the queue"
          onOrder={setOrder}
          onRemove={({ id, title }) => {
            setMark.mutate({ readingId: id, status: null })
            mutate({ kind: 'order', listId: 'queue', readingIds: order.filter((one) => one !== id) })
            showToast({
              text: `Removed from the queue: ${title}`,
              actions: [
                {
                  label: 'Undo',
                  run: () => {
                    setMark.mutate({ readingId: id, status: 'queued' })
                    setOrder(
                      order,
                      order.filter((one) => one !== id),
                    )
                  },
                },
              ],
            })
          }}
        />
      )}
    </SomeRows>
  )
}
