import { useEffect } from 'react'
import { useMarkByHand } from '#components/catalogue/use-mark-by-hand.ts'
import { showToast } from '#components/ui/toaster.tsx'
import { localKeys } from '#lib/marks/local.ts'
import { originalSelector, readingOf, rowOf, titleOf } from '#lib/marks/rows.ts'

/** The reading whose original was opened last in this tab, until the person was asked. */
const key = 'loadpath.opened'
/** Less time away than this, in milliseconds, is not reading. */
const glance = 15_000

interface Opened {
  readingId: string
  title: string
  at: number
}

/** Asks whether a reading is done when somebody comes back from it, for those who want that. Never marks by itself. */
export function AskOnReturn() {
  const { mark, current } = useMarkByHand()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const opened = link && openedBy(link)
      if (opened) sessionStorage.setItem(key, JSON.stringify(opened))
    }
    const ask = () => {
      if (document.visibilityState !== 'visible' || localStorage.getItem(localKeys.asks) !== '1') return
      const opened = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Opened | null
      if (!opened || Date.now() - opened.at < glance) return
      sessionStorage.removeItem(key)
      const { readingId, title } = opened
      const before = current(readingId)
      if (before === 'done') return
      showToast({
        text: `Back from “${title}”. Is it done?`,
        lasts: 30_000,
        actions: [
          { label: 'Done', run: () => mark(readingId, 'done', title) },
          ...(before === 'reading' ? [] : [{ label: 'Still reading', run: () => mark(readingId, 'reading', title) }]),
          { label: 'Not now', run: () => {} },
        ],
      })
    }
    ask()
    document.addEventListener('click', onClick, true)
    document.addEventListener('auxclick', onClick, true)
    document.addEventListener('visibilitychange', ask)
    window.addEventListener('pageshow', ask)
    return () => {
      document.removeEventListener('click', onClick, true)
      document.removeEventListener('auxclick', onClick, true)
      document.removeEventListener('visibilitychange', ask)
      window.removeEventListener('pageshow', ask)
    }
  }, [mark, current])
  return null
}

/** The reading whose original a link opens, or null. */
function openedBy(link: HTMLAnchorElement): Opened | null {
  const at = Date.now()
  if (link.dataset.openReading)
    return { readingId: link.dataset.openReading, title: document.querySelector('h1')?.textContent ?? '', at }
  const row = link.matches(originalSelector) ? rowOf(link) : null
  return row && { readingId: readingOf(row), title: titleOf(row), at }
}
