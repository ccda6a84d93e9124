'use client'

import { useSyncExternalStore } from 'react'
import { localKeys } from '#lib/marks/local.ts'

const themes = [
  ['', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

const changed = 'loadpath-theme'

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(changed, listener)
    window.removeEventListener('storage', listener)
  }
}

function choose(theme: string): void {
  const { dataset } = document.documentElement
  if (theme === 'light' || theme === 'dark') {
    localStorage.setItem(localKeys.theme, theme)
    dataset.theme = theme
  } else {
    localStorage.removeItem(localKeys.theme)
    delete dataset.theme
  }
  window.dispatchEvent(new Event(changed))
}

/** Light, dark, or as the system says. Kept in this browser; the early script applies it before the first paint. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(localKeys.theme) ?? '',
    () => '',
  )
  return (
    <span role="group" aria-label="Theme" className="flex gap-x-3">
      {themes.map(([value, name]) => (
        <button
          key={name}
          type="button"
          aria-pressed={theme === value}
          onClick={() => choose(value)}
          className="min-h-6 aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
        >
          {name}
        </button>
      ))}
    </span>
  )
}
