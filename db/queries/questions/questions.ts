import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseQuestions } from '#lib/questions/parse-questions.ts'
import type { Question, QuestionSet } from '#lib/questions/question.ts'

/** The shipped questions: one file each, and the building blocks. */
export const questionsFolder = join(/* turbopackIgnore: true */ process.cwd(), 'db/content/questions')

let cached: QuestionSet | undefined

/**
 * The classic questions in their order, and the building blocks.
 * @throws Error naming file, line and reason when a file is broken.
 */
export async function getQuestionSet(): Promise<QuestionSet> {
  cached ??= readQuestions(questionsFolder)
  return cached
}

/** A question, or null. */
export async function getQuestion(id: string): Promise<Question | null> {
  return (await getQuestionSet()).questions.find((question) => question.id === id) ?? null
}

/** Reads and checks the files of a folder. */
export function readQuestions(folder: string): QuestionSet {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name: `db/content/questions/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
  const { set, errors } = parseQuestions(files)
  if (set) return set
  throw new Error(errors.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'))
}
