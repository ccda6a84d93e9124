import type { z } from 'zod'
import { byLine, type FileError, readYaml } from '../content/yaml-file.ts'
import { blocksSchema, questionSchema, type Question, type QuestionSet } from './question.ts'

/** The file that holds the building blocks; every other one holds a question. */
export const blocksFile = 'blocks.yaml'

type Parsed = { set: QuestionSet; errors?: never } | { set?: never; errors: FileError[] }
type Read<T> = { file: string; value: T; lineAt: (path: readonly PropertyKey[]) => number }

/**
 * Reads the questions and their building blocks, and checks what only all files together can break: a block that is
 * not there, an id or a place used twice, a reading that stands for a block the question does not name.
 * Whether the readings exist is for the caller to check.
 * @param files each with its path and text
 */
export function parseQuestions(files: readonly { name: string; text: string }[]): Parsed {
  const errors: FileError[] = []
  const read = <T>(name: string, text: string, schema: z.ZodType<T>): Read<T>[] => {
    const parsed = readYaml(text, name, schema)
    if (parsed.errors) errors.push(...parsed.errors)
    return parsed.errors ? [] : [{ file: name, value: parsed.value, lineAt: parsed.lineAt }]
  }
  const isBlocks = (name: string): boolean => name.split('/').at(-1) === blocksFile
  const blocks = files.filter(({ name }) => isBlocks(name)).flatMap(({ name, text }) => read(name, text, blocksSchema))
  const questions = files
    .filter(({ name }) => !isBlocks(name))
    .flatMap(({ name, text }) => read(name, text, questionSchema))
  if (errors.length > 0) return { errors }
  const known = new Set(blocks.flatMap(({ value }) => value.blocks.map(({ id }) => id)))
  errors.push(...questions.flatMap((question) => problemsOf(question, known)), ...twice(questions))
  if (errors.length > 0) return { errors: byLine(errors) }
  return {
    set: {
      questions: questions.map(({ value }) => value).toSorted((a, b) => a.position - b.position),
      blocks: blocks.flatMap(({ value }) => value.blocks),
    },
  }
}

function problemsOf({ file, value, lineAt }: Read<Question>, known: ReadonlySet<string>): FileError[] {
  const at = (path: readonly PropertyKey[], reason: string): FileError => ({ file, line: lineAt(path), reason })
  const own = new Set(value.blocks)
  const read = new Set<string>()
  return [
    ...(file.split('/').at(-1) === `${value.id}.yaml` ? [] : [at(['id'], `id: "${value.id}" is not the file's name`)]),
    ...value.blocks.flatMap((block, index) =>
      known.has(block) ? [] : [at(['blocks', index], `blocks.${index}: there is no building block "${block}"`)],
    ),
    ...value.readings.flatMap(({ id, block }, index) => {
      const path = ['readings', index]
      const again = read.has(id)
      read.add(id)
      if (again) return [at(path, `readings.${index}: "${id}" stands here twice`)]
      return own.has(block) ? [] : [at(path, `readings.${index}: "${block}" is none of the question's blocks`)]
    }),
    ...[...own].flatMap((block) =>
      value.readings.some((reading) => reading.block === block) || !known.has(block)
        ? []
        : [at(['blocks'], `blocks: no reading stands for "${block}"`)],
    ),
  ]
}

function twice(questions: readonly Read<Question>[]): FileError[] {
  const places = new Map<number, string>()
  return questions.flatMap(({ file, value, lineAt }) => {
    const other = places.get(value.position)
    places.set(value.position, value.id)
    return other === undefined
      ? []
      : [{ file, line: lineAt(['position']), reason: `position: "${other}" stands at ${value.position} too` }]
  })
}
