import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What may be wrong with an answer of the authenticator below. */
export interface Wrong {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  counter?: number
  /** Without it the device does not ask who holds it. */
  isVerified?: boolean
  signature?: 'of another key'
  userHandle?: string
}

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

// As much of CBOR (RFC 8949) as an attestation without a statement needs.
const head = (major: number, n: number) =>
  n < 24
    ? Buffer.of((major << 5) | n)
    : n < 256
      ? Buffer.of((major << 5) | 24, n)
      : Buffer.of((major << 5) | 25, n >> 8, n & 255)
const int = (n: number) => (n < 0 ? head(1, -1 - n) : head(0, n))
const bytes = (value: Uint8Array) => Buffer.concat([head(2, value.length), value])
const words = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)])
const map = (...pairs: [Buffer, Buffer][]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

/** A security key in software: one ES256 passkey for localhost, whose answers can be made wrong. */
export function createAuthenticator(origin = 'http://localhost:3000', rpId = 'localhost') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const id = randomBytes(16)
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const cose = map(
    [int(1), int(2)],
    [int(3), int(-7)],
    [int(-1), int(1)],
    [int(-2), bytes(Buffer.from(x, 'base64url'))],
    [int(-3), bytes(Buffer.from(y, 'base64url'))],
  )
  let counter = 0

  const clientData = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (wrong: Wrong, more?: Uint8Array) => {
    const count = Buffer.alloc(4)
    counter += 1
    count.writeUInt32BE(wrong.counter ?? counter)
    const flags = 1 | (wrong.isVerified === false ? 0 : 4) | (more ? 64 : 0)
    return Buffer.concat([sha256(wrong.rpId ?? rpId), Buffer.of(flags), count, more ?? Buffer.alloc(0)])
  }

  return {
    id: base64(id),
    /** Makes the passkey, as a browser answers. */
    make(options: Record<string, unknown>, wrong: Wrong = {}): string {
      const length = Buffer.of(0, id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cose])
      const attestationObject = map(
        [words('fmt'), words('none')],
        [words('attStmt'), map()],
        [words('authData'), bytes(authData(wrong, attested))],
      )
      const clientDataJSON = base64(clientData('webauthn.create', String(options.challenge), wrong))
      const response = { clientDataJSON, attestationObject: base64(attestationObject), transports: ['internal'] }
      return JSON.stringify({ id: base64(id), rawId: base64(id), type: 'public-key', response })
    },
    /** Signs with it, as a browser answers. */
    sign(options: Record<string, unknown>, wrong: Wrong = {}): string {
      const client = clientData('webauthn.get', String(options.challenge), wrong)
      const data = authData(wrong)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), wrong.signature ? other : privateKey)
      const response = {
        clientDataJSON: base64(client),
        authenticatorData: base64(data),
        signature: base64(signature),
        ...(wrong.userHandle && { userHandle: base64(wrong.userHandle) }),
      }
      return JSON.stringify({ id: base64(id), rawId: base64(id), type: 'public-key', response })
    },
  }
}
