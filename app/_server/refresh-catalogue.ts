import { existsSync, readFileSync } from 'node:fs'
import { revalidatePath } from 'next/cache'
import { settings } from '#lib/settings.ts'
import { getCatalogueFingerprint } from '#db/queries/catalogue/catalogue-state.ts'

// Route handlers and instrumentation are bundled apart: what they share lives on globalThis.
const holder = globalThis as { loadpathServed?: string }

/** Which catalogue the static pages show: at first the build's. */
export const servedCatalogue = {
  fingerprint(): string {
    holder.loadpathServed ??= builtCatalogue()
    return holder.loadpathServed
  },
}

function builtCatalogue(): string {
  const stamp = '.next/loadpath-build.json'
  if (!existsSync(stamp)) return 'unknown'
  const { catalogue, publicUrl } = JSON.parse(readFileSync(stamp, 'utf8')) as {
    catalogue: string
    publicUrl: string | null
  }
  // Pages name the address of this server.
  return publicUrl === (settings().PUBLIC_URL ?? null) ? catalogue : 'under another address'
}

/**
 * Has every static page made anew at its next visit when the catalogue is not the one they show. To be called in a
 * route handler, after any change of the catalogue.
 * @returns whether there was anything to do.
 */
export async function refreshCatalogue(): Promise<boolean> {
  const fingerprint = await getCatalogueFingerprint()
  if (fingerprint === servedCatalogue.fingerprint()) return false
  holder.loadpathServed = fingerprint
  revalidatePath('/', 'layout')
  return true
}
