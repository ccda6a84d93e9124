import { useEffect, useState } from 'react'
import { facetKeys, type Vocabulary } from '#lib/search/vocabulary.ts'
import { api } from './api.ts'

/** Asks for the names that the catalogue knows. */
export async function fetchNames(signal?: AbortSignal): Promise<Vocabulary> {
  const { facets } = await api('GET readings', { query: { limit: 0 }, signal })
  const entries = facetKeys.map((key) => [key, (facets[key] ?? []).map(({ id, name }) => ({ id, name }))])
  return Object.fromEntries(entries) as Vocabulary
}

/** The same for the search page, which comes without a cache: asked for once, when `enabled`; again after a failure. */
export function useNames(enabled: boolean): Vocabulary | null {
  const [names, setNames] = useState<Vocabulary | null>(null)
  const wants = enabled && names === null
  useEffect(() => {
    if (!wants) return
    const asking = new AbortController()
    fetchNames(asking.signal).then(setNames, () => undefined)
    return () => asking.abort()
  }, [wants])
  return names
}
