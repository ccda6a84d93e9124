import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'

/** What is wrong with a content file, and where. Lines count from 1. */
export interface FileError {
  file: string
  line: number
  reason: string
}

/** A path into a file, as zod gives it: `['phases', 0, 'items', 2, 'key']`. */
export type Path = readonly PropertyKey[]

/** A content file that was read: its value and the line of any of its parts, or all that is wrong with it in the order of its lines. */
export type ReadYaml<T> =
  | { value: T; lineAt: (path: Path) => number; errors?: never }
  | { value?: never; lineAt?: never; errors: FileError[] }

/**
 * Reads a YAML 1.2 file in a given form.
 * @param file its path, for messages
 */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): ReadYaml<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineAt = (path: Path): number => lines.linePos(offsetOf(document, path)).line
  if (document.errors.length > 0)
    return {
      errors: byLine(
        document.errors.map((error) => ({
          file,
          line: lines.linePos(error.pos[0]).line,
          reason: error.message.split(' at line ')[0]!.split('\n')[0]!,
        })),
      ),
    }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data, lineAt }
  return { errors: byLine(parsed.error.issues.flatMap((issue) => errorsOf(issue, file, lineAt))) }
}

/** Errors in the order of their lines. */
export function byLine(errors: readonly FileError[]): FileError[] {
  return errors.toSorted((a, b) => a.line - b.line)
}

function errorsOf(issue: z.core.$ZodIssue, file: string, lineAt: (path: Path) => number): FileError[] {
  const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  if (issue.code !== 'unrecognized_keys') return [{ file, line: lineAt(issue.path), reason: where + issue.message }]
  return issue.keys.map((key) => ({
    file,
    line: lineAt([...issue.path, key]),
    reason: `${where}unknown field "${key}"`,
  }))
}

/** Where a path begins in the text: at its field's name, or at the nearest thing around it that is there. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step)
      if (pair === undefined || !isScalar(pair.key)) return offset
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = (isNode(node) && node.range?.[0]) || offset
    } else return offset
  }
  return offset
}
