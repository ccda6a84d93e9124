import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

/** Claims of the token to come, and what is wrong with it. */
export interface Vouching {
  claims: Record<string, unknown>
  signature?: 'of another key' | 'none'
  /** Leaves out to compare PKCE's verifier with its challenge, as a careless provider would. */
  pkce?: 'unchecked'
}

interface Grant extends Vouching {
  challenge: string | null
  nonce: string | null
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A small OpenID provider on this machine, whose tokens can be made wrong. */
export async function startOidcServer() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const grants = new Map<string, Grant>()
  const clientId = 'loadpath'

  function tokenOf({ claims, nonce, signature }: Grant): string {
    const now = Math.floor(Date.now() / 1000)
    const header = base64({ alg: signature === 'none' ? 'none' : 'RS256', kid: 'one', typ: 'JWT' })
    const body = base64({ iss: issuer, aud: clientId, iat: now, exp: now + 300, ...(nonce && { nonce }), ...claims })
    const key = signature === 'of another key' ? other : privateKey
    const signed =
      signature === 'none' ? '' : createSign('RSA-SHA256').update(`${header}.${body}`).sign(key, 'base64url')
    return `${header}.${body}.${signed}`
  }

  async function answer(request: IncomingMessage): Promise<[status: number, body: unknown]> {
    if (request.url === '/.well-known/openid-configuration')
      return [
        200,
        {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
      ]
    if (request.url === '/jwks')
      return [200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }]
    let text = ''
    for await (const piece of request) text += String(piece)
    const form = new URLSearchParams(text)
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || (grant.pkce !== 'unchecked' && verifier !== grant.challenge)) return [400, { error: 'invalid_grant' }]
    return [200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: tokenOf(grant) }]
  }

  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  return {
    issuer,
    clientId,
    /** What the provider does when somebody signs in at the address that it was opened with; gives what comes back. */
    vouch(url: URL, vouching: Vouching): { code: string; state: string } {
      const code = randomUUID()
      const { searchParams: asked } = url
      grants.set(code, { ...vouching, challenge: asked.get('code_challenge'), nonce: asked.get('nonce') })
      return { code, state: asked.get('state') ?? '' }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
