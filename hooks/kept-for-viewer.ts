import { localKeys } from '#lib/marks/local.ts'

/** Keeps a value in this browser for who is signed in, until it is taken back with null. Gone with the sign-out. */
export function keepForViewer(name: string, value: unknown): void {
  const key = `${localKeys.draft}${name}`
  const viewer = localStorage.getItem(localKeys.viewer)
  try {
    if (value === null) localStorage.removeItem(key)
    else if (viewer !== null) localStorage.setItem(key, JSON.stringify({ viewer, value, at: Date.now() }))
  } catch {
    // The browser's store is full or shut: the page still says what is not saved.
  }
}

/** What was kept under a name for who is signed in, or null. */
export function keptForViewer<T>(name: string): T | null {
  try {
    const kept = JSON.parse(localStorage.getItem(`${localKeys.draft}${name}`) ?? 'null') as {
      viewer: string
      value: T
    } | null
    return kept && kept.viewer === localStorage.getItem(localKeys.viewer) ? kept.value : null
  } catch {
    return null
  }
}
