import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { listReadingRows } from '#db/queries/catalogue/catalogue.ts'
import { listScores } from '#db/queries/practice/answers.ts'
import { getQuestionSet } from '#db/queries/practice/questions.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { listNotes } from '#db/queries/study/notes.ts'
import { hasCard } from '#lib/notes/note.ts'
import { type Cell, type Light, readinessInWords, readinessOf } from '#lib/questions/coverage.ts'

export const metadata: Metadata = { title: 'Coverage by question' }

const lights: Record<Light, { words: string; shade: string }> = {
  none: { words: 'Not read yet', shade: '' },
  read: { words: 'Read', shade: 'bg-accent/25' },
  carded: { words: 'Read, with a case card', shade: 'bg-accent/55' },
  practised: { words: 'Practised', shade: 'bg-accent' },
}

export default async function CoveragePage() {
  const viewer = await requireViewer('/questions/coverage')
  const [{ questions, blocks }, marks, notes, answers] = await Promise.all([
    getQuestionSet(),
    listMarks(viewer),
    listNotes(viewer),
    listScores(viewer),
  ])
  const done = {
    read: new Set(marks.flatMap(({ readingId, status }) => (status === 'done' ? [readingId] : []))),
    carded: new Set(notes.flatMap(({ readingId, card }) => (hasCard(card) ? [readingId] : []))),
    answers,
  }
  const names = new Map(blocks.map(({ id, title }) => [id, title]))
  const all = questions.map((question) => ({ question, readiness: readinessOf(question, done) }))
  const next = all.flatMap(({ readiness }) => readiness.cells.flatMap((cell) => cell.next ?? []))
  const titles = new Map((await listReadingRows([...new Set(next)])).map(({ id, title }) => [id, title]))
  return (
    <>
      <Breadcrumb steps={[{ href: '/questions', name: 'Interview questions' }]} />
      <h1>Coverage by question</h1>
      <p className="quiet mt-2 max-w-[65ch]">
        Each question with the building blocks of its answer: what you read, wrote a case card on and practised, and the
        next reading where you have none.
      </p>
      <ul className="mt-8 border-t border-hairline">
        {all.map(({ question, readiness }) => (
          <li key={question.id} className="border-b border-hairline py-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <h2 className="text-lg">
                <a href={`/questions/${question.id}`}>{question.title}</a>
              </h2>
              <a className="button button-small" href={`/questions/${question.id}/practise`}>
                Practise<span className="sr-only"> {question.title}</span>
              </a>
            </div>
            <p className="figures mb-3">{readinessInWords(readiness, names)}</p>
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-8 gap-y-3">
              {readiness.cells.map((cell) => (
                <BlockCell key={cell.block} cell={cell} name={names.get(cell.block) ?? cell.block} titles={titles} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

function BlockCell({ cell, name, titles }: { cell: Cell; name: string; titles: ReadonlyMap<string, string> }) {
  const { words, shade } = lights[cell.light]
  return (
    <li className="grid grid-cols-[0.9rem_1fr] gap-x-2.5">
      <span aria-hidden className={`mt-1.5 size-3.5 border border-accent ${shade}`} />
      <div>
        {name}
        <span className="quiet small block">
          {words}
          {cell.light === 'none' && cell.next !== null && (
            <>
              {'. Next: '}
              <a href={`/readings/${cell.next}`}>{titles.get(cell.next) ?? 'a reading'}</a>
            </>
          )}
        </span>
      </div>
    </li>
  )
}
