import { randomInt } from 'node:crypto'
import { hashToken } from './token.ts'

/** Letters and digits that are not taken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 16
/** How many codes a person gets. */
export const recoveryCodeCount = 10

/** New recovery codes, as they are shown: 79 random bits each, in groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length }, (_, at) => (at > 0 && at % 4 === 0 ? '-' : '') + letters[randomInt(letters.length)]).join(
      '',
    ),
  )
}

/** What is kept of a code, however it was typed; null for what is none. */
export function hashRecoveryCode(typed: string): string | null {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  return plain.length === length && [...plain].every((letter) => letters.includes(letter)) ? hashToken(plain) : null
}
