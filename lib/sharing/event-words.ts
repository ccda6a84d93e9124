import { counted } from '#lib/format.ts'
import type { PlanRole } from '#lib/permissions.ts'
import type { PlanEvent } from './plan-event.ts'

/** What happened, with the names that its sentence needs looked up. Null: no longer there. */
export interface EventNames {
  /** Who did it. */
  actor: string
  /** The person it was done to. */
  person: string | null
  /** The item or reading it is about. */
  title: string | null
}

/** What a member ticked, for those who may see it; never stored as an event. */
export type DoneEvent = { kind: 'done' | 'skipped'; data: Record<string, never> }

const roleWords: Record<PlanRole, string> = {
  owner: 'the owner',
  editor: 'an editor',
  member: 'a member',
  guest: 'a guest',
}

/** A role with its article: "an editor". */
export function roleInWords(role: string): string {
  return roleWords[role as PlanRole] ?? role
}

/** One line of a plan's activity, without a full stop: "Ada commented on “Dynamo”". */
export function eventInWords(event: PlanEvent | DoneEvent, { actor, person, title }: EventNames): string {
  const somebody = person ?? 'somebody'
  const what = title === null ? 'an item' : `“${title}”`
  switch (event.kind) {
    case 'created':
      return `${actor} made the plan${{ template: ' from a template', list: '', fork: ' as a copy of another', file: ' from a file' }[event.data.from]}`
    case 'joined':
      return `${actor} joined as ${roleInWords(event.data.role)}`
    case 'left':
      return `${actor} left the plan`
    case 'removed':
      return `${actor} took ${somebody} off the plan`
    case 'role':
      return `${actor} made ${somebody} ${roleInWords(event.data.role)}`
    case 'handed-over':
      return `${actor} handed the plan over to ${somebody}`
    case 'items-added':
      return title !== null && event.data.count === 1
        ? `${actor} added ${what}`
        : `${actor} added ${counted(event.data.count, 'item')}`
    case 'items-removed':
      return `${actor} removed ${counted(event.data.count, 'item')}`
    case 'items-changed':
      return title !== null && event.data.count === 1
        ? `${actor} changed ${what}`
        : `${actor} changed ${counted(event.data.count, 'item')}`
    case 'plan-changed':
      return `${actor} changed the plan’s title, goals or phases`
    case 'taken-over':
      return `${actor} took over ${counted(event.data.count, 'change')} from the plan that this one came from`
    case 'commented':
      return `${actor} commented on ${what}`
    case 'note-shared':
      return `${actor} shared a note on ${what}`
    case 'restored':
      return `${actor} brought the plan back`
    case 'done':
      return `${actor} did ${what}`
    case 'skipped':
      return `${actor} skipped ${what}`
  }
}
