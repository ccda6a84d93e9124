import type { ItemKind, Tier } from '#lib/planning/types.ts'
import type { Change, FieldChange } from './fork-diff.ts'

/** A change of the origin as it is offered on the screen: words and figures, none of the origin's ids. */
export type OfferedChange =
  | {
      key: string
      kind: 'added'
      title: string
      phaseTitle: string | null
      item: { kind: ItemKind; tier: Tier; minutes: number; reason: string }
    }
  | { key: string; kind: 'removed'; title: string; edited: boolean }
  | { key: string; kind: 'edited'; title: string; fields: FieldChange[] }
  | { key: string; kind: 'moved'; title: string; phaseTitle: string | null; after: string | null }
  | { key: string; kind: 'phase'; title: string; before: PhaseWords; after: PhaseWords }

interface PhaseWords {
  title: string
  goal: string
}

/** Shapes a change for the screen; `key` is what it is called there. */
export function offeredChange(change: Change, key: string): OfferedChange {
  switch (change.kind) {
    case 'added': {
      const { title, kind, tier, minutes, reason } = change.item
      return { key, kind: 'added', title, phaseTitle: change.phaseTitle, item: { kind, tier, minutes, reason } }
    }
    case 'removed':
      return { key, kind: 'removed', title: change.title, edited: change.edited }
    case 'edited':
      return { key, kind: 'edited', title: change.title, fields: change.fields }
    case 'moved':
      return { key, kind: 'moved', title: change.title, phaseTitle: change.phaseTitle, after: change.after }
    case 'phase':
      return {
        key,
        kind: 'phase',
        title: change.before.title,
        before: words(change.before),
        after: words(change.after),
      }
  }
}

function words({ title, goal }: PhaseWords): PhaseWords {
  return { title, goal }
}
