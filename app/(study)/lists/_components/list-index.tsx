'use client'

import { limited } from '#components/ui/limited.ts'
import type { Lists } from '#lib/api/lists.ts'
import { useLists, useSetLists } from '#hooks/use-lists.ts'
import { counted } from '#lib/format.ts'
import { newId } from '#lib/new-id.ts'

/** The viewer's named lists, and a form that makes one. */
export function ListIndex({ lists }: { lists: Lists }) {
  const { data } = useLists(lists)
  const { mutate } = useSetLists()
  return (
    <>
      <ul className="border-t border-hairline">
        {(data ?? lists).items.map((list) => (
          <li
            key={list.id}
            className="flex min-h-11 items-baseline justify-between gap-4 border-b border-hairline py-2"
          >
            <a
              href={`/lists/${list.id}`}
              className="font-serif text-[1.0625rem] wrap-anywhere no-underline hover:underline"
            >
              {list.title}
            </a>
            <span className="quiet small figures whitespace-nowrap">{counted(list.readingIds.length, 'reading')}</span>
          </li>
        ))}
      </ul>
      <form
        className="mt-3 flex max-w-sm gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          const title = String(new FormData(form).get('title')).trim()
          if (title === '') return
          mutate({ kind: 'set', listId: newId(), title })
          form.reset()
        }}
      >
        <input
          name="title"
          className="input"
          aria-label="Title of a new list"
          placeholder="A new list"
          {...limited(80)}
          autoComplete="off"
        />
        <button type="submit" className="button shrink-0">
          Make it
        </button>
      </form>
    </>
  )
}
