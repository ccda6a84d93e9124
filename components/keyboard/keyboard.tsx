'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { having } from '#lib/marks/page-data.ts'
import { keepTyped, startTyping } from './early-typing.ts'
import { isTyping } from './is-typing.ts'
import { keyOf } from './keys.ts'
import { areSingleKeysOn } from './single-keys.ts'

const Palette = lazy(async () => {
  const [palette, { withQueries }] = await Promise.all([
    import('./palette.tsx'),
    import('#components/layout/with-queries.tsx'),
  ])
  return { default: withQueries(palette.default) }
})
const KeySheet = lazy(() => import('./key-sheet.tsx'))

/**
 * The one listener for all keys of `keys.ts`. The palette and the sheet of keys are fetched when first opened. Any element
 * with `data-opens="palette"` or `"keys"` opens them too.
 */
export function Keyboard() {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !event.isComposing) press(event)
    }
    const press = (event: KeyboardEvent) => {
      const place = (['today', 'review'] as const).find((one) => document.querySelector(having('keys', one))) ?? 'list'
      const key = keyOf(event, place)
      const hasCtrl = key?.key.startsWith('Ctrl+') ?? false
      if (!hasCtrl) {
        if (keepTyped(event)) return event.preventDefault()
        if (isTyping(event.target) || document.querySelector('dialog[open]') || !areSingleKeysOn()) return
      }
      if (!key) return
      event.preventDefault()
      if (hasCtrl && !document.querySelector('dialog[open]')) startTyping()
      key.run(setOpen)
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>(having('opens')) : null
      if (target?.dataset.opens === 'palette' || target?.dataset.opens === 'keys') setOpen(target.dataset.opens)
    }
    // What was pressed before this listened; from now on nothing is kept.
    const early = window.loadpathKeys
    delete window.loadpathKeys
    early?.forEach(press)
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('click', onClick)
    }
  }, [])

  if (open === null) return null
  const close = () => setOpen(null)
  return (
    <Suspense>
      {open === 'palette' ? <Palette onClose={close} onKeys={() => setOpen('keys')} /> : <KeySheet onClose={close} />}
    </Suspense>
  )
}
