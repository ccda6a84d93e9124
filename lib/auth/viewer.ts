import type { UserRole } from './user-role.ts'

declare const proof: unique symbol

/**
 * The signed-in person, as every private query and mutation takes it first. The brand makes it impossible to write one
 * down by hand: only `getViewerBySession` in `db/queries/accounts/sessions.ts` makes one, after it found a live session
 * row, and `getTokenHolder` in `tokens.ts` beside it, after it found a live token.
 */
export interface Viewer {
  readonly [proof]: true
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: UserRole
  /** IANA name. */
  readonly timeZone: string
  /** The hour, 0 to 6, at which this person's study day begins. */
  readonly rolloverHour: number
  /** Percent of the estimated minutes that this person needs. */
  readonly speedPercent: number
  /** Whether that is learnt from what this person's readings take. */
  readonly usesOwnSpeed: boolean
  readonly askOnReturn: boolean
  /** The SHA-256 of the id that the cookie carries, hex: the key of the session's row. With a token no row has it. */
  readonly sessionId: string
  /** When this person last proved, in this browser, to be who they are. Milliseconds, UTC; 0 for never. */
  readonly provedAt: number
}
