import { z } from 'zod'
import { type Archive, archiveSchema } from '#lib/api/archive-file.ts'
import { inputErrors, plainMessage } from '#lib/api/messages.ts'
import { type Choice, JsonRows, NotJson, type Path } from '#lib/json/json-rows.ts'
import { Problem } from '#lib/problems.ts'

type Shape = typeof archiveSchema.shape
/** The lists of an archive, by name. */
export type RowKind = { [K in keyof Shape]: Shape[K] extends z.ZodArray ? K : never }[keyof Shape]
/** A row of one of an archive's lists. */
export type RowOf<K extends RowKind> = Archive[K][number]
/** What an archive says of itself, before its rows. */
export type ArchiveHead = Omit<Archive, RowKind>

/** A row as it is read, checked. */
export type ArchivePart = { [K in RowKind]: { kind: K; row: RowOf<K> } }[RowKind]

interface List {
  row: z.ZodType
  most: number
}

/** Most rows of a list that its schema does not bound. */
const mostRows = 200_000

const topLists = listsOf(archiveSchema.shape)
const { element: planSchema } = archiveSchema.shape.plans
/** A plan may be large: its own lists are read row by row too. */
const planLists = listsOf(planSchema.shape)

function listsOf(shape: z.ZodRawShape): Map<string, List> {
  const lists = new Map<string, List>()
  for (const [key, schema] of Object.entries(shape)) {
    if (!(schema instanceof z.ZodArray)) continue
    // oxlint-disable-next-line no-underscore-dangle -- zod's own name
    const bounds = (schema.def.checks ?? []).map((check) => check._zod.def as { check: string; maximum?: number })
    const most = bounds.find((check) => check.check === 'max_length')?.maximum ?? mostRows
    lists.set(key, { row: schema.element as z.ZodType, most })
  }
  return lists
}

/**
 * Reads the body that brings an archive in, `{archive, apply}`, chunk by chunk: every row is checked and handed out as
 * it comes, a plan when all of it has come. What is not known is passed over.
 */
export class ArchiveReader {
  readonly #rows: JsonRows
  readonly #onPart: (part: ArchivePart) => void
  readonly #head: Record<string, unknown> = {}
  #plan: Record<string, unknown> | null = null
  #planIndex = -1
  /** Whether the body says to write it. */
  apply = false

  constructor(onPart: (part: ArchivePart) => void) {
    this.#onPart = onPart
    this.#rows = new JsonRows(choose, (path, value) => this.#take(path, value))
  }

  /** @throws Problem 400 for what is not JSON, 422 naming the field for what an archive cannot hold. */
  write(chunk: Uint8Array): void {
    readable(() => this.#rows.write(chunk))
  }

  /**
   * Ends the reading.
   * @returns what the archive says of itself.
   * @throws Problem as `write` does.
   */
  end(): ArchiveHead {
    readable(() => this.#rows.end())
    this.#endPlan()
    const { shape } = archiveSchema
    const head = Object.fromEntries(Object.entries(shape).filter(([key]) => !topLists.has(key)))
    return check(z.object(head), this.#head, ['archive']) as ArchiveHead
  }

  #take(path: Path, value: unknown): void {
    const [name, key, index, planKey] = path
    if (name === 'apply') {
      this.apply = check(z.boolean(), value, path) as boolean
      return
    }
    if (index === undefined) {
      this.#head[String(key)] = value
      return
    }
    if (key !== 'plans') {
      const list = bounded(topLists, String(key), Number(index), ['archive', String(key)])
      this.#onPart({ kind: key, row: check(list.row, value, path) } as ArchivePart)
      return
    }
    if (index !== this.#planIndex) {
      this.#endPlan()
      this.#planIndex = Number(index)
      this.#plan = {}
      bounded(topLists, 'plans', this.#planIndex, ['archive', 'plans'])
    }
    if (!this.#plan || planKey === undefined) throw wrong(path, 'This must be an object.')
    if (path.length === 4) this.#plan[planKey] = value
    else {
      const list = bounded(planLists, String(planKey), Number(path[4]), path.slice(0, 4))
      const rows = (this.#plan[planKey] ??= []) as unknown[]
      rows.push(check(list.row, value, path))
    }
  }

  #endPlan(): void {
    if (!this.#plan) return
    const head = Object.fromEntries(Object.entries(planSchema.shape).filter(([key]) => !planLists.has(key)))
    const plan: Record<string, unknown> = {
      ...(check(z.object(head), this.#plan, ['archive', 'plans', this.#planIndex]) as object),
    }
    for (const key of planLists.keys()) plan[key] = this.#plan[key] ?? []
    this.#plan = null
    this.#onPart({ kind: 'plans', row: plan as RowOf<'plans'> })
  }
}

/** What of the body is read. */
function choose(path: Path): Choice {
  const [name, key, , planKey] = path
  if (path.length === 0) return 'enter'
  if (path.length === 1) return name === 'archive' ? 'enter' : name === 'apply' ? 'read' : 'skip'
  if (name !== 'archive' || !Object.hasOwn(archiveSchema.shape, key ?? '')) return 'skip'
  if (path.length === 2) return topLists.has(String(key)) ? 'enter' : 'read'
  if (key !== 'plans' || path.length === 5) return 'read'
  if (path.length === 3) return 'enter'
  if (!Object.hasOwn(planSchema.shape, planKey ?? '')) return 'skip'
  return planLists.has(String(planKey)) ? 'enter' : 'read'
}

function bounded(lists: Map<string, List>, key: string, index: number, path: Path): List {
  const list = lists.get(key)
  if (!list) throw wrong(path, 'This must be a list.')
  if (index >= list.most) throw wrong(path, `This takes at most ${list.most} entries.`)
  return list
}

function check(schema: z.ZodType, value: unknown, path: Path): unknown {
  const parsed = schema.safeParse(value, { error: plainMessage })
  if (parsed.success) return parsed.data
  const [error] = inputErrors(parsed.error)
  throw wrong([...path, ...(error?.field ? [error.field] : [])], error?.detail ?? 'This will not do.')
}

function wrong(path: Path, detail: string): Problem {
  const field = path.join('.')
  return new Problem(422, 'Wrong input', detail, { field, errors: [{ field, detail }] })
}

function readable(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof NotJson)) throw error
    throw new Problem(400, 'Not readable', `The file cannot be read. ${error.message}`)
  }
}
