import { handle } from '#app/_server/handle.ts'
import { getDone } from '#db/queries/practice/done.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'
import { readinessInWords, readinessOf } from '#lib/questions/coverage.ts'

export const GET = handle('GET coverage', {
  viewer: 'required',
  async run({ viewer }) {
    const [{ questions, blocks }, done] = await Promise.all([getQuestionSet(), getDone(viewer)])
    const names = new Map(blocks.map((block) => [block.id, block.title]))
    const items = questions.map((question) => {
      const readiness = readinessOf(question, done)
      const { cells, questionId: id, weakest, read, readings, cards, practised, best } = readiness
      const next = (cells.find((cell) => cell.block === weakest) ?? cells.find((cell) => cell.next !== null))?.next
      return {
        id,
        title: question.title,
        says: readinessInWords(readiness, names),
        read,
        readings,
        cards,
        practised,
        best,
        weakest: weakest === null ? null : (names.get(weakest) ?? weakest),
        next: next ?? null,
      }
    })
    return { body: { items } }
  },
})
