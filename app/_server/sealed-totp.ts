import { decode, encode } from 'next-auth/jwt'
import { secret } from './secret.ts'

const salt = 'authenticator app'
const hundredYears = 100 * 365 * 24 * 60 * 60

/** Seals an app's secret with this server's own, for the database. */
export async function sealTotp(totp: string): Promise<string> {
  return encode({ token: { totp }, secret: secret(), salt, maxAge: hundredYears })
}

/** Opens a sealed secret; null where it was sealed by another server: then no code is right. */
export async function openTotp(sealed: string): Promise<string | null> {
  try {
    const token = await decode({ token: sealed, secret: secret(), salt })
    return typeof token?.totp === 'string' ? token.totp : null
  } catch {
    return null
  }
}
