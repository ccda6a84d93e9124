import { Secret, TOTP } from 'otpauth'

const period = 30

/** A new secret for an authenticator app: 160 bits, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an app takes a secret from, as the QR code holds it. `label` tells accounts apart in the app. */
export function totpUri(secret: string, label: string): string {
  return new TOTP({ issuer: 'Loadpath', label, secret, period }).toString()
}

/**
 * The half minute (counted since the epoch) whose code this is, by RFC 6238; null where it is none of now, the half
 * minute before or the one after, which forgives clocks that are a little off.
 */
export function totpStep(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period }).validate({
    token: code,
    timestamp: now,
    window: 1,
  })
  return delta === null ? null : Math.floor(now / 1000 / period) + delta
}
