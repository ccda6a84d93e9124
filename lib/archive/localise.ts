import type { Archive, StudyData } from '#lib/api/archive-file.ts'

/** What the archive's ids become here. */
export interface Here {
  /** The account that the archive is brought into. */
  viewerId: string
  /** The id of a reading here for one of the archive: by its id, else by its address. Null: not in this catalogue. */
  readingId: (archived: string) => string | null
  /** An id for what is no reading: its own, or another where somebody else here has it. The same each time. */
  ownId: (archived: string) => string
}

/** What of an archive has a place here, under the ids that it has here; and the readings that have none. */
export interface Localised {
  study: StudyData
  plans: Archive['plans']
  unknown: { id: string; title: string; url: string }[]
}

/** Moves an archive into the ids of this server and account. */
export function localise(archive: Archive, here: Here): Localised {
  const known = new Map(archive.readings.map((reading) => [reading.id, reading]))
  const unknown = new Map<string, { id: string; title: string; url: string }>()
  const found = new Map<string, string | null>()
  const readingOf = (id: string): string | null => {
    const local = found.has(id) ? (found.get(id) ?? null) : here.readingId(id)
    found.set(id, local)
    if (local === null && !unknown.has(id)) unknown.set(id, known.get(id) ?? { id, title: id, url: '' })
    return local
  }
  const inCatalogue = <T extends { readingId: string }>(rows: readonly T[]): T[] =>
    rows.flatMap((row) => {
      const readingId = readingOf(row.readingId)
      return readingId === null ? [] : [{ ...row, readingId }]
    })
  /** Ids that begin with their account's, such as the queue's and those of study events, move to this account. */
  const moveId = (id: string): string => {
    const { account } = archive
    if (id.startsWith(`${account.id}:`)) return `${here.viewerId}:${id.slice(account.id.length + 1)}`
    return id === `queue:${account.id}` ? `queue:${here.viewerId}` : here.ownId(id)
  }
  const study: StudyData = {
    marks: inCatalogue(archive.marks),
    events: archive.events.flatMap((event) => {
      const readingId = event.readingId === null ? null : readingOf(event.readingId)
      if (event.readingId !== null && readingId === null) return []
      return [{ ...event, id: moveId(event.id), readingId, itemId: event.itemId && here.ownId(event.itemId) }]
    }),
    notes: inCatalogue(archive.notes),
    versions: inCatalogue(archive.versions),
    opinions: inCatalogue(archive.opinions),
    // A question that has left the content keeps its answers.
    answers: archive.answers.map((answer) => ({ ...answer, id: here.ownId(answer.id) })),
    readThroughs: inCatalogue(archive.readThroughs).map((row) => ({ ...row, id: here.ownId(row.id) })),
    progress: inCatalogue(archive.progress),
    quotes: inCatalogue(archive.quotes).map((quote) => ({ ...quote, id: here.ownId(quote.id) })),
    estimates: archive.estimates.map((estimate) => ({ ...estimate, id: here.ownId(estimate.id) })),
    reviews: archive.reviews.flatMap((review) => {
      const readingId = review.readingId === null ? null : readingOf(review.readingId)
      return review.readingId !== null && readingId === null
        ? []
        : [{ ...review, id: here.ownId(review.id), readingId }]
    }),
    lists: archive.lists.map((list) => ({ ...list, id: moveId(list.id), entries: inCatalogue(list.entries) })),
  }
  const plans = archive.plans.map((plan) => ({
    ...plan,
    id: here.ownId(plan.id),
    phases: plan.phases.map((phase) => ({ ...phase, id: here.ownId(phase.id) })),
    items: plan.items.map((item) => {
      const readingId = item.readingId === null ? null : readingOf(item.readingId)
      return {
        ...item,
        id: here.ownId(item.id),
        phaseId: item.phaseId && here.ownId(item.phaseId),
        readingId,
        // An item whose reading is not here stays, as a task by its title.
        kind: item.kind === 'read' && readingId === null ? ('task' as const) : item.kind,
      }
    }),
    states: plan.states.map((state) => ({ ...state, itemId: here.ownId(state.itemId) })),
    promisedDays: plan.promisedDays.map((day) => ({
      ...day,
      items: day.items.map(([item, minutes]): [string, number] => [here.ownId(item), minutes]),
    })),
    pins: plan.pins.map((pin) => ({ ...pin, itemId: here.ownId(pin.itemId) })),
    repairs: plan.repairs.map((repair) => {
      const { dropped, ...effect } = repair.effect
      const kept = dropped ? { ...effect, dropped: dropped.map(here.ownId) } : effect
      return { ...repair, id: here.ownId(repair.id), effect: kept }
    }),
  }))
  return { study, plans, unknown: [...unknown.values()] }
}
