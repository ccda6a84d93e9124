/** A place in a plan's activity: the line whose page is over. Lines of one moment stand by their ids, the last first. */
export interface ActivityPlace {
  /** Milliseconds, UTC. */
  at: number
  id: string
}

/** The newest first. */
export function byNewest(a: ActivityPlace, b: ActivityPlace): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** Whether a line stands after a place, thus is older; null is the place before all. */
export function isAfter(line: ActivityPlace, place: ActivityPlace | null): boolean {
  return place === null || byNewest(place, line) < 0
}

/** A place as an address has it: `<at>_<id>`. */
export function writeCursor({ at, id }: ActivityPlace): string {
  return `${at}_${id}`
}

/** A cursor as a place; null for what is none. */
export function readCursor(cursor: string): ActivityPlace | null {
  const [, at = '', id = ''] = /^(\d{1,15})_(.{1,200})$/.exec(cursor) ?? []
  return id === '' ? null : { at: Number(at), id }
}
