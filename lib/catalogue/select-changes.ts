import type { Change, ChangeKind } from './catalogue-change.ts'

/** What a person takes of a list of changes: not those of some readings, and not those of some kinds. */
export type Selection = { skip?: ReadonlySet<string>; without?: ReadonlySet<ChangeKind> }

/**
 * The changes that are left. New titles of listings that a reading gets by moving go with the move, because a change
 * holds the listings whole as the one before it left them.
 */
export function selectChanges(changes: readonly Change[], { skip, without }: Selection): Change[] {
  const unmoved = new Set(
    without?.has('moved') ? changes.flatMap((change) => (change.kind === 'moved' ? change.readingId : [])) : [],
  )
  return changes.filter(
    (change) =>
      !skip?.has(change.readingId) &&
      !without?.has(change.kind) &&
      !(change.kind === 'renamed' && change.after.listings && unmoved.has(change.readingId)),
  )
}
