import { z } from 'zod'

const plain = z.email()

/**
 * An e-mail address in the one form in which it is kept: trimmed, composed, lower case, its domain as the network knows
 * it (`пример.рф` is `xn--e1afmkfd.xn--p1ai`). Null when it is none.
 */
export function emailAddress(text: string): string | null {
  const whole = text.trim().normalize('NFKC').toLowerCase()
  const at = whole.lastIndexOf('@')
  const given = whole.slice(at + 1)
  const domain = /[:/?#@\s\\%]/.test(given) ? null : URL.parse(`http://${given}`)?.hostname
  if (at < 1 || !domain) return null
  const name = whole.slice(0, at)
  // Names may be in any script (RFC 6531); their form is that of plain ones.
  const asPlain = `${name.replaceAll(/[^\p{ASCII}\p{C}\p{Z}]/gu, 'a')}@${domain.replace(/\.xn--[a-z0-9-]+$/, '.org')}`
  return plain.safeParse(asPlain).success ? `${name}@${domain}` : null
}
