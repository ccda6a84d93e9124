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
    for (const id of new Set(own)) {
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
export function narrow(columns: Columns, readings: Iterable<number>, conditions: readonly Condition[]): Narrowed {
  const keys = facetKeys.filter((key) => columns[key])
  const all = keys.map((key) => columns[key] as Column)
  const tallies = all.map((column) => new Uint32Array(column.ids.length))
  const tests = conditions.map((condition) => {
    const column = columns[condition.facet]
    return {
      at: keys.indexOf(condition.facet),
      column,
      wanted: Uint8Array.from(column?.ids ?? [], (id) => Number(condition.ids.has(id))),
      negated: condition.negated,
    }
  })
  const kept: number[] = []
  for (const reading of readings) {
    // Which facet alone refuses this reading: none (-1), this one, or more than one (-2).
    let refusedBy = -1
    for (const { at, column, wanted, negated } of tests) {
      if (column && has(column, reading, wanted) !== negated) continue
      if (negated || !column || (refusedBy !== -1 && refusedBy !== at)) {
        refusedBy = -2
        break
      }
      refusedBy = at
    }
    if (refusedBy === -2) continue
    if (refusedBy >= 0) {
      tally(all[refusedBy] as Column, tallies[refusedBy] as Uint32Array, reading)
      continue
    }
    kept.push(reading)
    for (let at = 0; at < all.length; at++) tally(all[at] as Column, tallies[at] as Uint32Array, reading)
  }
  return { readings: kept, counts: Object.fromEntries(keys.map((key, at) => [key, tallies[at]])) }
}

function has({ offsets, values }: Column, reading: number, wanted: Uint8Array): boolean {
  const end = offsets[reading + 1] as number
  for (let at = offsets[reading] as number; at < end; at++) if (wanted[values[at] as number] === 1) return true
  return false
}

function tally({ offsets, values }: Column, counts: Uint32Array, reading: number): void {
  const end = offsets[reading + 1] as number
  for (let at = offsets[reading] as number; at < end; at++) {
    const value = values[at] as number
    counts[value] = (counts[value] as number) + 1
  }
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
