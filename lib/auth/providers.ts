import type { Settings } from '#lib/settings.ts'

/** The ways to sign in that lead over another server. */
export const providerIds = ['github', 'oidc'] as const
/** One of `providerIds`. */
export type ProviderId = (typeof providerIds)[number]

/** Another server that says who somebody is. */
export interface Provider {
  id: ProviderId
  name: string
  /** What accounts from there are kept under, together with the subject. */
  issuer: string
  clientId: string
  clientSecret: string
}

/** The providers that the settings name. */
export function providersOf(given: Settings): Provider[] {
  const { GITHUB_ID, GITHUB_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = given
  const found: Provider[] = []
  if (GITHUB_ID && GITHUB_SECRET)
    found.push({
      id: 'github',
      name: 'GitHub',
      issuer: 'https://github.com',
      clientId: GITHUB_ID,
      clientSecret: GITHUB_SECRET,
    })
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET)
    found.push({
      id: 'oidc',
      name: OIDC_NAME,
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
    })
  return found
}

/** The providers as a browser is told of them. */
export function namedProviders(given: Settings): { id: ProviderId; name: string }[] {
  return providersOf(given).map(({ id, name }) => ({ id, name }))
}

/** Why a sign-in by a provider led nowhere, as the address it ends at says it. */
export type ProviderRefusal = 'AddressTaken' | 'NoSignUp' | 'NoEmail' | 'Disabled' | 'OtherAccount' | 'ProofNeeded'

/** Each refusal as a person reads it. */
export const providerRefusals: Record<ProviderRefusal, string> = {
  AddressTaken:
    'There is an account here with the e-mail address of that one. Sign in to it as you always do, and connect the two in the settings.',
  NoSignUp: 'This server takes no new accounts that way. Ask for an invitation, and sign up from its link.',
  NoEmail: 'That account gives no e-mail address that it has checked, and an account here needs one.',
  Disabled: 'This account is disabled. Ask whoever runs this server.',
  OtherAccount: 'That one belongs to another account here.',
  ProofNeeded: 'Show once more that it is you, and then connect it.',
}

/** The token of an invitation in the address that somebody was sent to: a shared plan's, or one to sign up with. */
export function inviteIn(path: string): string | undefined {
  return /^\/shared\/([\w-]+)/.exec(path)?.[1] ?? /^\/sign-up\?(?:.*&)?invite=([\w-]+)/.exec(path)?.[1]
}
