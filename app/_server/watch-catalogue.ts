import { getCatalogueFingerprint } from '#db/queries/catalogue/catalogue-state.ts'
import { searchMemory } from '#db/queries/search/search.ts'
import { settings } from '#lib/settings.ts'
import { servedCatalogue } from './refresh-catalogue.ts'

const everyMs = 2000

/**
 * Looks every few seconds whether a command in another process changed the catalogue, or whether this database holds
 * another one than the build did, and if so has the static pages made anew. That can only be asked for from inside a
 * request, so the server asks itself.
 */
export function watchCatalogue(): void {
  const { PORT, HOST } = settings()
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  const look = async () => {
    // The search reads a changed catalogue anew, a second or two for 100,000 readings: better now than for a person.
    searchMemory()
    const fingerprint = await getCatalogueFingerprint()
    if (fingerprint !== servedCatalogue.fingerprint())
      await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${PORT}/api/catalogue-changed`, { method: 'POST' })
  }
  const timer = setInterval(() => void look().catch(() => undefined), everyMs)
  timer.unref()
}
