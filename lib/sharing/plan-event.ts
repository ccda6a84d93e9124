/**
 * What can happen on a plan, and what is kept of it: ids and numbers, never words that somebody wrote. Names and titles
 * are looked up when the feed is read, so that it never shows what is gone.
 */
export type PlanEvent =
  | { kind: 'created'; data: { from: 'template' | 'list' | 'fork' | 'file' } }
  | { kind: 'joined'; data: { role: string } }
  | { kind: 'left'; data: Record<string, never> }
  | { kind: 'removed'; data: { userId: string } }
  | { kind: 'role'; data: { userId: string; role: string } }
  | { kind: 'handed-over'; data: { userId: string } }
  | { kind: 'items-added'; data: { count: number } }
  | { kind: 'items-removed'; data: { count: number } }
  | { kind: 'items-changed'; data: { count: number } }
  | { kind: 'plan-changed'; data: Record<string, never> }
  | { kind: 'taken-over'; data: { count: number } }
  | { kind: 'commented'; data: { commentId: string } }
  | { kind: 'note-shared'; data: { readingId: string } }
  | { kind: 'restored'; data: Record<string, never> }

/** The words of the kinds of events. */
export const planEventKinds = [
  'created',
  'joined',
  'left',
  'removed',
  'role',
  'handed-over',
  'items-added',
  'items-removed',
  'items-changed',
  'plan-changed',
  'taken-over',
  'commented',
  'note-shared',
  'restored',
] as const satisfies PlanEvent['kind'][]
