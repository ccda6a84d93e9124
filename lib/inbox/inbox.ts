/** What others did that concerns a person, by kind. Each can be switched off. */
export const inboxKinds = ['mention', 'reply', 'invitation', 'join', 'change', 'report', 'catalogue'] as const

/** A kind of entry of an inbox. */
export type InboxKind = (typeof inboxKinds)[number]

/** What the switch of each kind says. */
export const inboxKindWords: Record<InboxKind, string> = {
  mention: 'Somebody mentions you in a comment',
  reply: 'Somebody comments after you on the same item',
  invitation: 'Somebody invites you to a plan',
  join: 'Somebody joins a plan that you own',
  change: 'An editor changes a plan that you follow',
  report: 'A link that you reported is decided',
  catalogue: 'A reading that you marked or noted changes in the catalogue',
}

/** How far back an inbox reaches, in milliseconds. */
export const inboxReach = 90 * 24 * 60 * 60 * 1000

/** Most entries of one source that are looked at. */
export const inboxMost = 300

/** Most unread entries that are counted. */
export const inboxCounted = 99

/** An entry of an inbox: never stored, but made from what it tells of, so it goes with it. */
export interface InboxEntry {
  /** `<kind>:<source>`: the same each time that the inbox is looked at. */
  id: string
  kind: InboxKind
  /** Milliseconds, UTC. */
  at: number
  /** One line without a full stop. */
  text: string
  /** The first words of a comment, or the plan that it is about. */
  detail: string
  href: string
}

/** What a person said of entries: all up to a moment were read, and some were marked one by one. */
export interface InboxReads {
  /** Milliseconds, UTC. */
  readUntil: number
  /** By entry: whether it was read, as it was at `at`. What changed since then is unread. */
  marked: ReadonlyMap<string, { at: number; isRead: boolean }>
}

/** Whether an entry counts as read. */
export function isRead({ id, at }: Pick<InboxEntry, 'id' | 'at'>, { readUntil, marked }: InboxReads): boolean {
  const mark = marked.get(id)
  if (mark && mark.at >= at) return mark.isRead
  return at <= readUntil
}
