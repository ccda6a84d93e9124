import { z } from 'zod'

// What browsers answer, as WebAuthn Level 3 writes it in JSON; the library checks what is inside.

const base64 = z.string().max(20_000)
const common = {
  id: base64.min(1),
  rawId: base64,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
  authenticatorAttachment: z.string().max(40).nullish(),
}

/** A browser's answer when it made a passkey. */
export const passkeyCreation = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64,
    attestationObject: base64,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

/** A browser's answer when it signed with a passkey. */
export const passkeyAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64,
    authenticatorData: base64,
    signature: base64,
    userHandle: base64.nullish(),
  }),
})
