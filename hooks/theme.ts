import { useSyncExternalStore } from 'react'
import { localKeys } from '#lib/marks/local.ts'

/** Chosen in this browser; empty follows the system. */
export type Theme = '' | 'light' | 'dark'

const changed = 'loadpath-theme'

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(changed, listener)
    window.removeEventListener('storage', listener)
  }
}

/** The theme that was chosen; the system's on the server and while hydrating. */
export function useTheme(): string {
  return useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(localKeys.theme) ?? '',
    () => '',
  )
}

/** Shows the page in a theme and keeps it; the early script applies it before the first paint of pages to come. */
export function setTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === '') {
    localStorage.removeItem(localKeys.theme)
    delete dataset.theme
  } else {
    localStorage.setItem(localKeys.theme, theme)
    dataset.theme = theme
  }
  window.dispatchEvent(new Event(changed))
}
