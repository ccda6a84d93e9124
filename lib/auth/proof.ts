import { Problem } from '#lib/problems.ts'
import type { Viewer } from './viewer.ts'

/** How long a proof counts, in milliseconds. */
export const proofMs = 15 * 60_000

/** Whether this person proved, in this browser and within 15 minutes, to be who they are. Signing in proves it too. */
export function isProven({ provedAt }: Pick<Viewer, 'provedAt'>, now: number): boolean {
  return now - provedAt < proofMs
}

/**
 * Asks for a recent proof before something that a borrowed browser must not do. Our own pages ask for it and send the
 * request again; see `hooks/proof.ts`.
 * @throws Problem 403 with `proof: 'needed'`.
 */
export function requireProof(viewer: Pick<Viewer, 'provedAt'>, now: number): void {
  if (!isProven(viewer, now))
    throw new Problem(403, 'Proof needed', 'Prove that it is you first, as you do to sign in.', { proof: 'needed' })
}
