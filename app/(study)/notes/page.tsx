import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { FreshOnFocus } from '#components/study/fresh-on-focus.tsx'
import { getPlanReadings, listNoteEntries } from '#db/queries/study/note-entries.ts'
import { listPlanTitles } from '#db/queries/planning/plan-titles.ts'
import { counted } from '#lib/format.ts'
import { findNotes, type NoteEntry } from '#lib/notes/find-notes.ts'
import { hasCard } from '#lib/notes/note.ts'
import { hrefOf, type NotesQuery, parseNotesQuery } from '#lib/notes/notes-query.ts'
import { CardSheet } from './_components/card-sheet.tsx'
import { NoteRows } from './_components/note-rows.tsx'
import { NotesForm } from './_components/notes-form.tsx'
import { PrintButton } from './_components/print-button.tsx'

export const metadata: Metadata = { title: 'Notes' }

export default async function NotesPage({ searchParams }: PageProps<'/notes'>) {
  const query = parseNotesQuery(await searchParams)
  const viewer = await requireViewer(hrefOf(query))
  const [entries, plans] = await Promise.all([listNoteEntries(viewer), listPlanTitles(viewer)])
  const plan =
    plans.some(({ id }) => id === query.plan) && query.plan ? await getPlanReadings(viewer, query.plan) : null
  const isCards = query.view === 'cards'
  const found = findNotes(entries, {
    ...query,
    card: isCards ? 'with' : query.card,
    readingIds: plan?.readingIds ?? null,
  })
  if (entries.length === 0) return <NoNotes />
  return (
    <>
      <header className="no-print flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pb-5">
        <div>
          <h1>Notes</h1>
          <p className="quiet figures">
            {counted(entries.length, 'note')}, {entries.filter((entry) => hasCard(entry.card)).length} with a case card
          </p>
        </div>
        <nav aria-label="View" className="flex items-center gap-2">
          {(['notes', 'cards'] as const).map((view) => (
            <a
              key={view}
              href={hrefOf({ ...query, view, page: 1 })}
              aria-current={query.view === view ? 'page' : undefined}
              className="button button-small aria-[current]:border-accent aria-[current]:text-accent"
            >
              {view === 'notes' ? 'Notes' : 'Cheat sheet'}
            </a>
          ))}
          {isCards && found.length > 0 && <PrintButton />}
        </nav>
      </header>
      <NotesForm query={query} entries={entries} plans={plans} />
      {found.length === 0 ? (
        <p className="quiet py-6">
          {isCards ? 'No case card fits.' : 'No note fits.'} <a href={hrefOf({ view: query.view })}>Show all</a>
        </p>
      ) : isCards ? (
        <CardSheet entries={found} isOfOne={query.organisation !== null} title={titleOf(found, query, plan?.title)} />
      ) : (
        <NoteRows entries={found} query={query} />
      )}
      <FreshOnFocus at={Date.now()} />
    </>
  )
}

/** What a sheet of cards is of, as it was chosen: a plan, an organisation, a topic. */
function titleOf([first]: NoteEntry[], { place, organisation }: NotesQuery, plan: string | undefined): string {
  const at = first && place ? first.places.indexOf(place) : -1
  const names = [
    plan,
    organisation && first?.organisation?.name,
    at === -1 ? null : first?.placeTitle.split(' / ')[at],
  ].filter(Boolean)
  return names.length === 0 ? 'Case cards' : names.join(', ')
}

function NoNotes() {
  return (
    <>
      <h1 className="mb-6">Notes</h1>
      <div className="empty">
        <p className="mb-4">
          Your notes and case cards come together here, to search, to filter and to print as a cheat sheet. You write
          them on the page of a reading: what the problem was, the numbers, the choice, and what it cost.
        </p>
        <a className="button button-main" href="/catalogue">
          Choose a reading
        </a>
      </div>
    </>
  )
}
