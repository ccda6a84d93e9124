import { createHash } from 'node:crypto'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { SourcedFigure } from '#lib/numbers/sourced-figure.ts'
import { parseFigures } from '#lib/numbers/parse-figures.ts'
import { db } from '#db/client.ts'
import { maySeeReading } from '#db/conditions.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'
import { allReadings, notes } from '#db/schema/index.ts'

/** What was read out of the viewer's cards and the questions, and the lines of cards in which nothing was found. */
export interface Figures {
  figures: SourcedFigure[]
  unread: { text: string; system: string; href: string }[]
}

/** The figures of the viewer's cards and of the shipped questions. */
export async function listFigures(viewer: Viewer): Promise<Figures> {
  const cards = db()
    .select({
      readingId: notes.readingId,
      numbers: notes.numbers,
      title: allReadings.fullTitle,
      published: allReadings.published,
    })
    .from(notes)
    .innerJoin(allReadings, eq(allReadings.id, notes.readingId))
    .where(and(eq(notes.userId, viewer.id), ne(sql`trim(${notes.numbers})`, ''), maySeeReading(viewer.id)))
    .orderBy(asc(allReadings.fullTitle))
    .all()
    .map(({ readingId, numbers, title, published }) => ({
      text: numbers.trim(),
      system: title,
      year: published?.slice(0, 4) ?? null,
      href: `/readings/${readingId}#note`,
    }))
  const own = cards.flatMap(({ text, ...source }) =>
    parseFigures(text).map((figure) => ({ ...figure, ...source, sentence: text, isOwn: true })),
  )
  const unread = cards.filter(({ text }) => parseFigures(text).length === 0)
  return { figures: [...own, ...(await shippedFigures())], unread }
}

/** A figure's name: the same while its sentence and its place there are. */
export function figureKey({ href, sentence, at }: SourcedFigure): string {
  return createHash('sha256').update(`${href}\n${sentence}\n${at}`).digest('hex').slice(0, 16)
}

let kept: { set: unknown; figures: SourcedFigure[] } | undefined

/** The figures of the questions: of each prompt, and of the points that are about numbers. */
async function shippedFigures(): Promise<SourcedFigure[]> {
  const set = await getQuestionSet()
  if (kept?.set === set) return kept.figures
  const figures = set.questions.flatMap(({ id, title, prompt, goodAnswer }) =>
    [prompt, ...goodAnswer.filter((point) => /^numbers\b/iu.test(point))].flatMap((sentence) =>
      parseFigures(sentence).map((figure) => ({
        ...figure,
        sentence,
        system: title,
        year: null,
        href: `/questions/${id}`,
        isOwn: false,
      })),
    ),
  )
  kept = { set, figures }
  return figures
}
