import { limited } from '#components/ui/limited.ts'
import { useId } from 'react'
import { useLists, useSetLists } from '#hooks/use-lists.ts'
import { newId } from '#lib/new-id.ts'

/** The viewer's lists, with those ticked that hold the reading, and a form for a new list. */
export function ListPicker({ readingId }: { readingId: string }) {
  const { data } = useLists()
  const { mutate } = useSetLists()
  const id = useId()
  const own = data?.items.filter((list) => list.readingIds.includes(readingId)) ?? []
  return (
    <div className="relative">
      <button type="button" className="inline-flex min-h-8 items-center" popoverTarget={id}>
        Lists
        {own.length > 0 && (
          <span className="quiet max-w-40 truncate">: {own.map(({ title }) => title).join(', ')}</span>
        )}
        <span aria-hidden className="quiet ml-1">
          ▾
        </span>
      </button>
      <div id={id} popover="auto" className="list-popover">
        <p className="eyebrow mb-1">Lists of your own</p>
        <ul>
          {data?.items.map((list) => (
            <li key={list.id}>
              <label className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  checked={list.readingIds.includes(readingId)}
                  onChange={(event) =>
                    mutate({ kind: event.target.checked ? 'add' : 'take-off', listId: list.id, readingId })
                  }
                />
                {list.title}
              </label>
            </li>
          ))}
        </ul>
        <form
          className="mt-2 flex gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            const form = event.currentTarget
            const title = String(new FormData(form).get('title')).trim()
            if (title === '') return
            const listId = newId()
            mutate({ kind: 'set', listId, title })
            mutate({ kind: 'add', listId, readingId })
            form.reset()
          }}
        >
          <input
            name="title"
            className="input !min-h-8 !py-0"
            aria-label="Title of a new list"
            placeholder="A new list"
            {...limited(80)}
            autoComplete="off"
          />
          <button type="submit" className="button button-small">
            Make
          </button>
        </form>
        <p className="mt-2">
          <a href="/lists" className="small">
            Queue and lists
          </a>
        </p>
      </div>
    </div>
  )
}
