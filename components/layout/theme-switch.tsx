'use client'

import { setTheme, useTheme } from '#hooks/theme.ts'

const themes = [
  ['', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** Light, dark, or as the system says. Kept in this browser. */
export function ThemeSwitch() {
  const theme = useTheme()
  return (
    <span role="group" aria-label="Theme" className="flex gap-x-3">
      {themes.map(([value, name]) => (
        <button
          key={name}
          type="button"
          aria-pressed={theme === value}
          onClick={() => setTheme(value)}
          className="min-h-6 aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
        >
          {name}
        </button>
      ))}
    </span>
  )
}
