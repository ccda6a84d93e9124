import { sql } from 'drizzle-orm'
import { addressKey } from '#lib/addresses/same-address.ts'
import type { TextIndex } from '#lib/search/find-text.ts'
import { wordsOf } from '#lib/words/same-word.ts'
import { type KnownWord, type KnownWords, makeKnownWords } from '#lib/words/slips.ts'
import { db, type Transaction, transaction } from '#db/client.ts'
import { readings } from '#db/schema/index.ts'
import { type CatalogueColumns, loadColumns } from './search-columns.ts'
import { synonymIndex } from './synonyms.ts'

// SQLite-only SQL stands here and in connect.ts alone: FTS5, its bm25 and its vocabulary.

/** Counts up when the index is made differently: one that an older program made is then made anew. */
const indexVersion = '3'

/**
 * Makes the full-text index where there is none that this program made: after an upgrade the catalogue may be as it was
 * and the index not. To be called at boot.
 * @returns whether it was made.
 */
export async function ensureSearchIndex(): Promise<boolean> {
  const table = db().get(sql`select 1 from sqlite_master where name = 'search_stamp'`)
  const current = table && db().get(sql`select 1 from search_stamp where stamp like ${`${indexVersion}:%`}`)
  if (current) return false
  await transaction((tx) => rebuildSearchIndex(tx))
  return true
}

/**
 * Fills the full-text index anew from the catalogue's tables, making it where it is not there. To be called in the
 * transaction of every change of the catalogue.
 */
export function rebuildSearchIndex(tx: Transaction): void {
  // Folded here, so that the index and what is typed agree on what one word is.
  db().$client.function('plain_words', { deterministic: true }, (text) => wordsOf(String(text ?? '')).join(' '))
  tx.run(sql`drop table if exists search_words`)
  tx.run(sql`drop table if exists search_forms`)
  tx.run(sql`drop table if exists search_readings`)
  tx.run(sql`create virtual table search_readings using fts5(
    reading_id unindexed, title, listed, organisation, people, technologies, topics, sections,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`)
  tx.run(sql`create virtual table search_words using fts5vocab(search_readings, row)`)
  tx.run(sql`insert into search_readings
    select r.id, plain_words(r.title),
      plain_words(concat_ws(' ', r.work_title,
        (select group_concat(l.title, ' ') from listings l where l.reading_id = r.id and l.title <> r.title))),
      (select plain_words(o.name) from organisations o where o.id = r.organisation_id),
      (select plain_words(group_concat(p.name, ' ')) from reading_people p where p.reading_id = r.id),
      (select plain_words(group_concat(t.name, ' ')) from reading_technologies rt
        join technologies t on t.id = rt.technology_id where rt.reading_id = r.id),
      (select plain_words(group_concat(concat_ws(' ', t.title, above.title, top.title), ' '))
        from listings l join topics t on t.id = l.topic_id
        left join topics above on above.id = t.parent_id left join topics top on top.id = above.parent_id
        where l.reading_id = r.id),
      (select plain_words(group_concat(distinct s.title)) from listings l join sections s on s.id = l.section_id
        where l.reading_id = r.id)
    from catalogue_readings r`)
  tx.run(sql`insert into search_readings(search_readings) values ('optimize')`)
  // The same text by the stems of its words (Porter's), so that "cache" finds "caching".
  tx.run(sql`create virtual table search_forms using fts5(text,
    tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`)
  tx.run(sql`insert into search_forms(rowid, text)
    select rowid, concat_ws(' ', title, listed, organisation, people, technologies, topics, sections) from search_readings`)
  tx.run(sql`create table if not exists search_stamp (stamp text not null)`)
  tx.run(sql`delete from search_stamp`)
  tx.run(sql`insert into search_stamp values (${indexVersion} || ':' || hex(randomblob(8)))`)
}

/** Points a column's match is worth, in the order of the table's columns. */
const weights = '0, 10, 4, 6, 5, 6, 2, 1'

/** Above this many matches the words say too little to rank by, and ranking takes most of the time. */
const maxRanked = 10_000

/** What is kept in memory of one state of the index. */
export interface SearchMemory extends CatalogueColumns {
  stamp: string
  /** The reading's number for each rowid of the index. */
  numberOfRow: Int32Array
  words: KnownWords | null
  /** The reading's number for each address that is or was its own. */
  addresses: Map<string, number> | null
}

// Next bundles this module more than once: one memory a process, as with the connection.
const holder = globalThis as { loadpathSearch?: WeakMap<object, SearchMemory> }

/** The search's memory of the catalogue as it is now; read anew when the index was rebuilt, by whatever process. */
export function searchMemory(): SearchMemory {
  const client = db().$client
  holder.loadpathSearch ??= new WeakMap()
  const stamp = client.prepare('select stamp from search_stamp').pluck().get() as string
  const kept = holder.loadpathSearch.get(client)
  if (kept?.stamp === stamp) return kept
  const columns = loadColumns()
  const rows = client.prepare('select rowid, reading_id from search_readings').raw().all() as [number, string][]
  const numberOfRow = new Int32Array(rows.reduce((most, [row]) => Math.max(most, row), 0) + 1)
  for (const [row, id] of rows) numberOfRow[row] = columns.numbers.get(id) ?? 0
  const fresh = { ...columns, stamp, numberOfRow, words: null, addresses: null }
  holder.loadpathSearch.set(client, fresh)
  return fresh
}

/** The numbers of the readings that fit a MATCH expression: best first, or as the catalogue lists them if too many. */
function match({ numberOfRow }: SearchMemory, expression: string): number[] {
  const select = 'select rowid from search_readings where search_readings match ?'
  const all = db().$client.prepare(select).pluck().all(expression) as number[]
  const ranked = all.length > 1 && all.length <= maxRanked
  const order = `${select} order by bm25(search_readings, ${weights}), rowid`
  const rows = ranked ? (db().$client.prepare(order).pluck().all(expression) as number[]) : all
  const numbers = rows.map((row) => numberOfRow[row] as number)
  return ranked ? numbers : numbers.toSorted((a, b) => a - b)
}

/** The numbers of the readings that hold the words of a MATCH expression in any form, best first. */
function matchForms({ numberOfRow }: SearchMemory, expression: string): number[] {
  const select =
    'select rowid from search_forms where search_forms match ? order by bm25(search_forms), rowid limit 500'
  return (db().$client.prepare(select).pluck().all(expression) as number[]).map((row) => numberOfRow[row] as number)
}

function knownWords(kept: SearchMemory): KnownWords {
  const select = 'select term as word, doc as readings from search_words'
  kept.words ??= makeKnownWords(db().$client.prepare(select).all() as KnownWord[])
  return kept.words
}

/** Present addresses win over former ones. */
function addressesOf(kept: SearchMemory): Map<string, number> {
  if (kept.addresses) return kept.addresses
  const rows = db().select({ id: readings.id, url: readings.url, formerUrls: readings.formerUrls }).from(readings).all()
  const found = new Map<string, number>()
  for (const addresses of [(row: (typeof rows)[0]) => row.formerUrls, (row: (typeof rows)[0]) => [row.url]])
    for (const row of rows)
      for (const address of addresses(row)) found.set(addressKey(address) ?? address, kept.numbers.get(row.id) ?? 0)
  kept.addresses = found
  return found
}

/** The id of the catalogue's reading that has or had this address, or null. */
export function catalogueReadingAt(address: string): string | null {
  const kept = searchMemory()
  const number = addressesOf(kept).get(addressKey(address) ?? address)
  return number === undefined ? null : (kept.ids[number] ?? null)
}

/** The full-text index, as `findText` asks it. */
export function textIndex(kept: SearchMemory): TextIndex {
  return {
    match: (expression) => match(kept, expression),
    matchForms: (expression) => matchForms(kept, expression),
    knownWords: () => knownWords(kept),
    readingAt: (address) => addressesOf(kept).get(addressKey(address) ?? address) ?? null,
    numberOf: (id) => kept.numbers.get(id) ?? null,
    synonyms: synonymIndex(),
  }
}
