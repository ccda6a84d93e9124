import type { z } from 'zod'

/** One thing that is wrong with an input: `field` is a dotted path, `''` for the whole. */
export interface InputError {
  field: string
  detail: string
}

/** What zod found, as fields and sentences, in the order of the schema. */
export function inputErrors(error: z.ZodError): InputError[] {
  return error.issues.flatMap(nearest).map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path
    return { field: keys.map(String).join('.'), detail: issue.message }
  })
}

/** What fits none of several shapes is told by the one that it was meant to be: of its own names, and least at fault. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const isForeign = (found: z.core.$ZodIssue[]) => Number(found.some(({ code }) => code === 'unrecognized_keys'))
  const [best] = issue.errors.toSorted((a, b) => isForeign(a) - isForeign(b) || a.length - b.length)
  return best ? best.flatMap(nearest).map((found) => ({ ...found, path: [...issue.path, ...found.path] })) : [issue]
}

/** Zod's error map: sentences for people where a schema gives none of its own. */
export function plainMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : `This must be ${kind(issue.expected)}.`
    case 'too_small':
      return size(issue.origin, `at least ${String(issue.minimum)}`, issue.minimum)
    case 'too_big':
      return size(issue.origin, `at most ${String(issue.maximum)}`, issue.maximum)
    case 'invalid_value':
      return issue.input === undefined
        ? 'This is missing.'
        : `This must be one of: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return 'This is not known here.'
    default:
      return 'This will not do.'
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

function kind(expected: string): string {
  return kinds[expected] ?? `of the kind ${expected}`
}

function size(origin: string, amount: string, bound: number | bigint): string {
  if (origin === 'string') return Number(bound) === 1 ? 'This must not be empty.' : `Use ${amount} characters.`
  if (origin === 'array' || origin === 'set') return `This takes ${amount} entries.`
  return `This must be ${amount}.`
}
