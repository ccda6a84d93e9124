import { NoteLoader } from './note-loader.tsx'
import { QuotesLoader } from './quotes-loader.tsx'

/** Where a reading's page keeps the viewer's note: the editor for who is signed in, the way there for who is not. */
export function NotePlace({ readingId, title }: { readingId: string; title: string }) {
  const here = encodeURIComponent(`/readings/${readingId}`)
  return (
    <section id="note" aria-label="Your note" className="no-print">
      <div data-when="signed-out" className="border-t border-hairline pt-5">
        <h2 className="mb-1">Your note</h2>
        <p className="quiet max-w-[60ch]">
          Keep a note and a case card on this reading: the problem, the numbers, the choice, what it cost.{' '}
          <a href={`/sign-in?to=${here}`}>Sign in</a> or <a href={`/sign-up?to=${here}`}>sign up</a> to write.
        </p>
      </div>
      <div data-when="signed-in">
        <NoteLoader readingId={readingId} title={title} />
        <QuotesLoader readingId={readingId} />
      </div>
    </section>
  )
}
