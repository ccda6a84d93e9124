import {
  type Change,
  forkFields,
  type Origin,
  type OriginItem,
  type Own,
  type OwnItem,
  type OwnPhase,
} from './fork-diff.ts'

/**
 * The fork after its owner took some changes over. What the owner did stays wherever the origin did not change the same.
 * Nothing of `own` is changed in place; `newId` makes ids for items and phases that come in.
 */
export function applyChanges(own: Own, origin: Origin, taken: readonly Change[], newId: () => string): Own {
  const phases = own.phases.map((phase) => ({ ...phase }))
  let items = own.items.map((item) => ({ ...item }))
  const placed = new Set<string>()
  for (const change of taken) {
    if (change.kind === 'phase') setPhase(phases, change)
    else if (change.kind === 'removed') items = items.filter((item) => item.originId !== change.itemId)
    else if (change.kind === 'edited') setFields(items, change, origin)
    else placed.add(change.kind === 'added' ? change.item.id : change.itemId)
  }
  // In the origin's order, so that each finds the one before it in its new place already.
  for (const [index, item] of origin.items.entries()) {
    if (!placed.has(item.id)) continue
    const at = items.findIndex((mine) => mine.originId === item.id)
    const [mine] = at < 0 ? [newItem(item, newId)] : items.splice(at, 1)
    const phaseId = ownPhase(phases, origin, item.phaseId, newId)
    items.splice(placeFor(items, origin, index, phaseId), 0, { ...mine!, phaseId })
  }
  return { phases, items: inPhaseOrder(phases, items) }
}

/**
 * The snapshot after changes were taken or left: either way they are dealt with and not offered again, the others still
 * are. Once all that was `offered` is decided, the snapshot is the origin as it stands: what the fork threw out has moved
 * there too without being offered, and would make others look moved.
 */
export function settleSnapshot(
  snapshot: Origin,
  origin: Origin,
  decided: readonly Change[],
  offered: readonly Change[],
): Origin {
  const ids = new Set(decided.map((change) => change.id))
  if (offered.every((change) => ids.has(change.id))) return { phases: origin.phases, items: origin.items }
  const phases = snapshot.phases.map((phase) => decidedPhase(phase, decided))
  for (const phase of origin.phases) if (!phases.some((known) => known.id === phase.id)) phases.push(phase)
  const mine = snapshot.items.map((item) => ({ ...item, originId: item.id }))
  const asOwn = { phases: phases.map((phase) => ({ ...phase, originId: phase.id })), items: mine }
  const after = applyChanges(asOwn, origin, decided, () => '')
  return {
    phases,
    items: after.items.map(({ originId, ...item }) => ({ ...item, id: originId ?? item.id })),
  }
}

function decidedPhase(phase: Origin['phases'][number], decided: readonly Change[]) {
  const change = decided.find((change) => change.kind === 'phase' && change.phaseId === phase.id)
  return change?.kind === 'phase' ? change.after : phase
}

function setPhase(phases: OwnPhase[], { phaseId, before, after }: Extract<Change, { kind: 'phase' }>): void {
  const mine = phases.find((phase) => phase.originId === phaseId)
  if (!mine) return
  if (before.title !== after.title) mine.title = after.title
  if (before.goal !== after.goal) mine.goal = after.goal
}

function setFields(items: OwnItem[], { itemId, fields }: Extract<Change, { kind: 'edited' }>, origin: Origin): void {
  const mine = items.find((item) => item.originId === itemId)
  const theirs = origin.items.find((item) => item.id === itemId)
  if (!mine || !theirs) return
  const changed = forkFields.filter((field) => fields.some((change) => change.field === field))
  Object.assign(mine, Object.fromEntries(changed.map((field) => [field, theirs[field]])))
}

function newItem({ id: originId, ...fields }: OriginItem, newId: () => string): OwnItem {
  return { ...fields, id: newId(), originId }
}

/** The fork's phase for a phase of the origin; made, behind the one that it follows there, where there is none. */
function ownPhase(phases: OwnPhase[], origin: Origin, phaseId: string | null, newId: () => string): string | null {
  if (phaseId === null) return null
  const known = phases.find((phase) => phase.originId === phaseId)
  if (known) return known.id
  const index = origin.phases.findIndex((phase) => phase.id === phaseId)
  const theirs = origin.phases[index]
  if (!theirs) return null
  const before = origin.phases.slice(0, index).map((phase) => phase.id)
  const at = phases.findLastIndex((phase) => phase.originId !== null && before.includes(phase.originId))
  const phase = { ...theirs, id: newId(), originId: theirs.id }
  phases.splice(at + 1, 0, phase)
  return phase.id
}

/** Where among the fork's items one of the origin goes: behind the nearest one before it there that stands in its phase. */
function placeFor(items: readonly OwnItem[], origin: Origin, index: number, phaseId: string | null): number {
  const item = origin.items[index]
  for (let before = index - 1; before >= 0; before--) {
    const other = origin.items[before]
    if (other?.phaseId !== item?.phaseId) continue
    const at = items.findIndex((mine) => mine.originId === other?.id && mine.phaseId === phaseId)
    if (at >= 0) return at + 1
  }
  const first = items.findIndex((mine) => mine.phaseId === phaseId)
  return first < 0 ? items.length : first
}

/** Items of no phase first, then phase by phase, each in the order it had. */
function inPhaseOrder(phases: readonly OwnPhase[], items: OwnItem[]): OwnItem[] {
  const order = new Map<string | null, number>(phases.map((phase, index) => [phase.id, index]))
  return items.toSorted((a, b) => (order.get(a.phaseId) ?? -1) - (order.get(b.phaseId) ?? -1))
}
