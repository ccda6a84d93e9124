/** A piece of an archive: what it says of itself, or some rows of one of its lists. */
export type JsonPage = { head: object } | { kind: string; rows: readonly unknown[] }

/** An archive as JSON text, a row a line, in pieces; pages of one list come one after another, the head first. */
export function* archiveJson(pages: Iterable<JsonPage>): Generator<string> {
  let open: string | null = null
  let isFirst = true
  for (const page of pages) {
    if ('head' in page) {
      yield JSON.stringify(page.head).slice(0, -1)
      continue
    }
    if (page.kind !== open) {
      yield `${open === null ? '' : '\n]'},\n"${page.kind}":[`
      open = page.kind
      isFirst = true
    }
    for (const row of page.rows) {
      yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(row)}`
      isFirst = false
    }
  }
  yield `${open === null ? '' : '\n]'}\n}\n`
}
