import type { Origin } from './fork-diff.ts'

/**
 * What a fork keeps of its origin: where it came from in words that stay when the origin goes, by which link it was
 * seen, and what stood in it when it was forked or its edits were last dealt with.
 */
export interface OriginSnapshot extends Origin {
  /** The origin's title and its owner's name on the day of the fork. The name is blank once that account is deleted. */
  title: string
  ownerName: string
  /** Whose name that is. */
  ownerId: string | null
  /** The link that it was forked by; null for one who was on the plan. Edits are offered while it is live. */
  linkId: string | null
  /** The fork's own phase for each of the origin's. */
  ownPhases: Record<string, string>
}

/** The column's value as a snapshot; null for a plan that is no fork. The column is a list of one. */
export function readSnapshot(column: unknown[] | null): OriginSnapshot | null {
  const [snapshot] = column ?? []
  return (snapshot as OriginSnapshot | undefined) ?? null
}

/** A snapshot as the column's value. */
export function writeSnapshot(snapshot: OriginSnapshot): unknown[] {
  return [snapshot]
}
