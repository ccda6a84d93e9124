import { type FacetKey, facetKeys } from './vocabulary.ts'

/**
 * The values of one facet for all readings, by column: reading `d` has the values `values[offsets[d]]` up to, and not
 * including, `values[offsets[d + 1]]`, each an index into `ids`. A hundred thousand readings take a millisecond to
 * count this way.
 */
export interface Column {
  ids: string[]
  offsets: Uint32Array
  values: Uint32Array
}

/** A column for each facet; the viewer's own are absent for a guest. */
export type Columns = Partial<Record<FacetKey, Column>>

/** Makes a column from the ids that each reading has; an id that is not in `ids` is passed over. */
export function makeColumn(ids: string[], idsOfReadings: readonly (readonly string[])[]): Column {
  const index = new Map(ids.map((id, at) => [id, at]))
  const offsets = new Uint32Array(idsOfReadings.length + 1)
  const values: number[] = []
  for (const [reading, own] of idsOfReadings.entries()) {
    for (const id of own.length > 1 ? new Set(own) : own) {
      const value = index.get(id)
      if (value !== undefined) values.push(value)
    }
    offsets[reading + 1] = values.length
  }
  return { ids, offsets, values: Uint32Array.from(values) }
}

/** What a facet must hold one of, or none of. */
export interface Condition {
  facet: FacetKey
  ids: ReadonlySet<string>
  negated: boolean
}

/** The readings that meet all conditions, in the order given, and how many there are of each value. */
export interface Narrowed {
  readings: number[]
  counts: Partial<Record<FacetKey, Uint32Array>>
}

/**
 * Narrows readings by conditions and counts the values of every facet. A facet is counted as if its own wanted values
 * were not chosen, so that the count says what choosing another of its values would find.
 * Conditions of one facet are met together; a condition on a facet without a column is met by nothing.
 */
export function narrow(columns: Columns, readings: ArrayLike<number>, conditions: readonly Condition[]): Narrowed {
  const keys = facetKeys.filter((key) => columns[key])
  const tests = conditions.map(({ facet, ids, negated }) => {
    const column = columns[facet]
    return { facet, column, wanted: Uint8Array.from(column?.ids ?? [], (id) => Number(ids.has(id))), negated }
  })
  const kept: number[] = []
  // Readings that the wanted values of one facet alone refuse: they count in that facet.
  const refused: Partial<Record<FacetKey, number[]>> = {}
  for (let at = 0; at < readings.length; at++) {
    const reading = readings[at] as number
    let refusedBy: FacetKey | null = null
    let out = false
    for (const { facet, column, wanted, negated } of tests) {
      if (column && has(column, reading, wanted) !== negated) continue
      out = negated || !column || (refusedBy !== null && refusedBy !== facet)
      if (out) break
      refusedBy = facet
    }
    if (out) continue
    if (refusedBy === null) kept.push(reading)
    else (refused[refusedBy] ??= []).push(reading)
  }
  const counts = keys.map((key) => [key, count(columns[key] as Column, kept, refused[key] ?? [])])
  return { readings: kept, counts: Object.fromEntries(counts) as Narrowed['counts'] }
}

function has({ offsets, values }: Column, reading: number, wanted: Uint8Array): boolean {
  const end = offsets[reading + 1] as number
  for (let at = offsets[reading] as number; at < end; at++) if (wanted[values[at] as number] === 1) return true
  return false
}

function count({ ids, offsets, values }: Column, ...lists: number[][]): Uint32Array {
  const counts = new Uint32Array(ids.length)
  for (const readings of lists)
    for (let at = 0; at < readings.length; at++) {
      const reading = readings[at] as number
      const end = offsets[reading + 1] as number
      for (let value = offsets[reading] as number; value < end; value++) {
        const id = values[value] as number
        counts[id] = (counts[id] as number) + 1
      }
    }
  return counts
}

/**
 * Makes a column in which a reading has one value, or none, from the few readings that differ from the rest.
 * @param valueOf the value, an index into `ids`, of some readings by their number.
 * @param otherwise the value of all others; null for none.
 */
export function makeSparseColumn(
  ids: string[],
  size: number,
  valueOf: ReadonlyMap<number, number>,
  otherwise: number | null,
): Column {
  const offsets = new Uint32Array(size + 1)
  const values = new Uint32Array(otherwise === null ? valueOf.size : size)
  let end = 0
  for (let reading = 0; reading < size; reading++) {
    const value = valueOf.get(reading) ?? otherwise
    if (value !== null) values[end++] = value
    offsets[reading + 1] = end
  }
  return { ids, offsets, values }
}
