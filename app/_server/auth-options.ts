import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import GitHubProvider from 'next-auth/providers/github'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { removeSession } from '#db/mutations/accounts/sessions.ts'
import { getViewerBySession } from '#db/queries/accounts/sessions.ts'
import { signUpBody } from '#lib/api/accounts.ts'
import { type Provider, providersOf } from '#lib/auth/providers.ts'
import { authCookieName } from '#lib/auth/session-cookie-name.ts'
import { errorFields, log } from '#lib/log.ts'
import { settings } from '#lib/settings.ts'
import { secret } from './secret.ts'
import type { Sender } from './sender.ts'
import { type ProviderRequest, signInByProvider } from './provider-sign-in.ts'
import { cookieSeconds } from './session-cookie.ts'
import { signIn } from './sign-in.ts'

/** What next-auth cannot see of a request by itself. */
export interface AuthRequest {
  secure: boolean
  from: Sender
  /** Where a sign-in by a provider began. */
  begun: ProviderRequest
  now: number
  /** Told what a sign-in threw: next-auth would turn it into an error code in a URL. */
  onError: (error: unknown) => void
}

/**
 * next-auth's options for one request. Its token carries the session's id alone; everything else is looked up, so that
 * a session that was revoked is over at once.
 */
export function authOptions({ secure, from, begun, now, onError }: AuthRequest): AuthOptions {
  return {
    secret: secret(),
    useSecureCookies: secure,
    cookies: {
      sessionToken: cookieOf('session', secure),
      csrfToken: cookieOf('csrf', secure),
      callbackUrl: cookieOf('callback', secure),
      state: cookieOf('state', secure),
      nonce: cookieOf('nonce', secure),
      pkceCodeVerifier: cookieOf('pkce', secure),
    },
    session: { strategy: 'jwt', maxAge: cookieSeconds },
    // Sealed with a lifetime of its own, 30 days unless told: the row decides, so the seal must outlive it.
    jwt: { maxAge: cookieSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/settings', verifyRequest: '/sign-in' },
    providers: [
      interop(CredentialsProvider)({
        credentials: { email: { label: 'E-mail' }, password: { label: 'Password', type: 'password' } },
        async authorize(credentials) {
          try {
            const signedIn = await signIn(credentials, from, now)
            return signedIn && { id: signedIn.userId, sid: signedIn.sessionId }
          } catch (error) {
            onError(error)
            return null
          }
        },
      }),
      ...providersOf(settings()).map(outsideProvider),
    ],
    callbacks: {
      async signIn({ user, account }) {
        const provider = providersOf(settings()).find(({ id }) => id === account?.provider)
        if (!provider || !account) return account?.type === 'credentials'
        const { name, email } = user as { name?: string | null; email?: string | null }
        const outsider = { issuer: provider.issuer, subject: account.providerAccountId, email: email ?? null }
        const result = await signInByProvider({ ...outsider, name: nameOf(name ?? '', provider.name) }, begun, now)
        if (typeof result === 'string') return begun.viewer ? `/settings?refused=${result}` : `/sign-in?error=${result}`
        Object.assign(user, { sid: result.sessionId })
        return true
      },
      async jwt({ token, user }) {
        if (user) return { sid: (user as unknown as { sid: string }).sid }
        if (typeof token.sid !== 'string' || !(await getViewerBySession(token.sid, now)))
          throw new Error('The session is over')
        return { sid: token.sid }
      },
      async session({ session, token }) {
        const viewer = await getViewerBySession(String(token.sid), now)
        if (!viewer) throw new Error('The session is over')
        const { id, name, email } = viewer
        return { expires: session.expires, user: { id, name, email } }
      },
      // Only paths of this server: a link may not lead through sign-in to another site.
      async redirect({ url, baseUrl }) {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null
        return target && target.origin === new URL(baseUrl).origin ? target.href : baseUrl
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await removeSession(token.sid)
      },
    },
    logger: {
      error(code, metadata) {
        // A cookie of a session that is over, or sealed by another server: nothing is wrong here.
        if (code !== 'JWT_SESSION_ERROR')
          log('error', 'sign-in failed', {
            code,
            ...errorFields(metadata instanceof Error ? metadata : metadata.error),
          })
      },
      warn() {},
      debug() {},
    },
  }
}

/** A name from elsewhere, in the form that names have here. */
function nameOf(given: string, provider: string): string {
  const name = signUpBody.shape.name.safeParse(given.slice(0, 80))
  return name.success ? name.data : `Somebody from ${provider}`
}

/** A provider as next-auth takes it. */
function outsideProvider({ id, name, issuer, clientId, clientSecret }: Provider) {
  if (id === 'github')
    return { ...interop(GitHubProvider)({ clientId, clientSecret }), checks: ['pkce', 'state'] } as OAuthConfig<object>
  return {
    id,
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid profile email' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (claims: Record<string, unknown>) => ({
      id: String(claims.sub),
      name: String(claims.name ?? claims.preferred_username ?? ''),
      email: typeof claims.email === 'string' && claims.email_verified !== false ? claims.email : null,
    }),
  } satisfies OAuthConfig<Record<string, unknown>>
}

function cookieOf(cookie: Parameters<typeof authCookieName>[0], secure: boolean) {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return { name: authCookieName(cookie, secure), options }
}

/** A CommonJS default export: the function itself in Next's bundle, one level down in Node. */
export function interop<T>(imported: T): T {
  return (imported as { default?: T }).default ?? imported
}
