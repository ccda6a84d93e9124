import { type FormEvent, useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { limited } from '#components/ui/limited.ts'
import { showToast } from '#components/ui/toaster.tsx'
import { useQuotes, useSetQuote } from '#hooks/use-quotes.ts'
import { newId } from '#lib/new-id.ts'

/** Words of a reading that the viewer keeps beside their note. Private. */
export function Quotes({ readingId }: { readingId: string }) {
  const { data: quotes = [] } = useQuotes(readingId)
  const { mutate } = useSetQuote(readingId)
  return (
    <section aria-labelledby="quotes" className="mt-10 border-t border-hairline pt-5">
      <h2 id="quotes" className="mb-1">
        Quotes
      </h2>
      {quotes.length === 0 && (
        <p className="quiet max-w-[60ch]">
          Words of this reading that are worth keeping. Only you see them. <a href="/add">The bookmarklet</a> brings
          along what you have selected on the page.
        </p>
      )}
      <ul>
        {quotes.map(({ id, text }) => (
          <li key={id} className="quote">
            <blockquote dir="auto">{text}</blockquote>
            <button
              type="button"
              className="button button-small button-quiet"
              aria-label={`Delete the quote: ${text.slice(0, 60)}`}
              onClick={() =>
                mutate(
                  { id, text: null },
                  {
                    onSuccess: () =>
                      showToast({
                        text: 'The quote is deleted.',
                        actions: [{ label: 'Undo', run: () => mutate({ id, text }) }],
                      }),
                  },
                )
              }
            >
              Delete
            </button>
          </li>
        ))}
      </ul>
      <AddQuote readingId={readingId} />
    </section>
  )
}

function AddQuote({ readingId }: { readingId: string }) {
  const [text, setText] = useState('')
  const { mutate, error, isPending } = useSetQuote(readingId)
  const [id, setId] = useState(newId)
  function send(event: FormEvent) {
    event.preventDefault()
    if (text.trim() === '') return
    const onSuccess = () => {
      setText('')
      setId(newId())
    }
    mutate({ id, text }, { onSuccess })
  }
  const tooLong = limited(5000)
  return (
    <form onSubmit={send} className="mt-3 grid max-w-measure gap-2">
      <textarea
        className="input min-h-16 font-serif"
        aria-label="A new quote"
        placeholder="Paste words of the reading"
        dir="auto"
        value={text}
        onInput={tooLong.onInput}
        onChange={(event) => setText(event.target.value)}
      />
      <FormError>{error?.message}</FormError>
      <p>
        <button type="submit" className="button button-small" disabled={isPending}>
          Keep the quote
        </button>
      </p>
    </form>
  )
}
