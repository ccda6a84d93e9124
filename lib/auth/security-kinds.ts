/** What the security log tells of an account. */
export const securityKinds = [
  'signed-up',
  'signed-in',
  'sign-in-failed',
  'proof-failed',
  'second-factor-failed',
  'app-added',
  'app-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'factors-removed',
  'signed-out-elsewhere',
  'password-changed',
  'email-changed',
  'reset-link-made',
  'password-reset',
  'disabled',
  'enabled',
  'made-admin',
  'made-user',
  'token-made',
  'token-revoked',
  'deleted',
] as const

/** One of `securityKinds`. */
export type SecurityKind = (typeof securityKinds)[number]

/** Each kind as a person reads it. */
export const securityWords: Record<SecurityKind, string> = {
  'signed-up': 'Account made',
  'signed-in': 'Signed in',
  'sign-in-failed': 'Sign-in failed: wrong password',
  'proof-failed': 'Wrong password or code typed while signed in',
  'second-factor-failed': 'Sign-in failed: right password, wrong code',
  'app-added': 'Authenticator app set up',
  'app-removed': 'Authenticator app turned off',
  'recovery-codes-made': 'New recovery codes made',
  'recovery-code-used': 'Recovery code used',
  'factors-removed': 'Second step turned off by an admin',
  'signed-out-elsewhere': 'Signed out of the other browsers',
  'password-changed': 'Password changed',
  'email-changed': 'E-mail address changed',
  'reset-link-made': 'Link for a new password made',
  'password-reset': 'New password set by a link; signed out everywhere',
  disabled: 'Account disabled; signed out everywhere',
  enabled: 'Account enabled again',
  'made-admin': 'Made an admin',
  'made-user': 'No longer an admin',
  'token-made': 'Token for another program made',
  'token-revoked': 'Token revoked',
  deleted: 'Account deleted',
}
