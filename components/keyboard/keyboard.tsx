'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { keepTyped, startTyping } from './early-typing.ts'
import { focusSearch, isTyping, listKeys } from './list-keys.ts'
import { areSingleKeysOn } from './single-keys.ts'

const Palette = lazy(() => import('./palette.tsx'))
const KeySheet = lazy(() => import('./key-sheet.tsx'))

/**
 * The keys of every page: one listener. The palette and the sheet of keys are fetched when first opened. Any element
 * with `data-opens="palette"` or `"keys"` opens them too.
 */
export function Keyboard() {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        if (!document.querySelector('dialog[open]')) startTyping()
        setOpen('palette')
        return
      }
      if (keepTyped(event)) return event.preventDefault()
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]') || !areSingleKeysOn()) return
      const run = event.key === '?' ? () => setOpen('keys') : event.key === '/' ? focusSearch : listKeys[event.key]
      if (!run) return
      event.preventDefault()
      run()
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-opens]') : null
      if (target?.dataset.opens === 'palette' || target?.dataset.opens === 'keys') setOpen(target.dataset.opens)
    }
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
