import { localKeys, signedInCookie } from './local.ts'
import { having } from './page-data.ts'
import { boxSelector, readingPath, rowSelector, textSelector } from './rows.ts'
import type { MarkMap, Status } from './status.ts'

const names = {
  marks: localKeys.marks,
  viewer: localKeys.viewer,
  theme: localKeys.theme,
  unread: localKeys.unread,
  singleKeys: localKeys.singleKeys,
  cookie: signedInCookie,
  rows: rowSelector,
  boxes: boxSelector,
  path: readingPath.length,
  texts: textSelector,
  search: `main ${having('searchInput')}, ${having('searchInput')}`,
  choosers: having('markOf'),
  choices: having('value'),
  tallies: having('tally'),
}

/**
 * Runs in the head of every page, before anything is painted: theme, whether somebody is signed in, and
 * `loadpathPaint()`, which lists call as soon as they are parsed and again whenever marks change. It finds a row's
 * reading by its link, gives the box a name that says the status, and counts the rows that are done. Presses on boxes
 * are kept until `MarkRows` listens and takes them over, and so are keys until `Keyboard` does; `/` goes to the search
 * at once, so that the letters that follow it stand there.
 *
 * It is sent as text: it may use nothing from outside itself but its argument and the browser.
 */
function early(use: typeof names): void {
  const root = document.documentElement
  const kept = (key: string) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const theme = kept(use.theme)
  if (theme) root.dataset.theme = theme
  const unread = parseInt(kept(use.unread) ?? '0')
  if (unread > 0) root.style.setProperty('--unread', `"${unread}"`)
  if (kept(use.viewer) !== null || document.cookie.includes(`${use.cookie}=`)) root.dataset.viewer = ''

  const presses: Element[] = (window.loadpathPresses = [])
  document.addEventListener('click', (event) => {
    const box = window.loadpathPresses && (event.target as Element).closest(use.boxes)
    if (box && event.detail < 2) presses.push(box)
  })

  const keys: KeyboardEvent[] = (window.loadpathKeys = [])
  document.addEventListener('keydown', (event) => {
    if (!window.loadpathKeys || event.isComposing || event.altKey) return
    const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
    // A space alone scrolls; behind other keys it is part of what is typed.
    const isSpace = event.key === ' ' && keys.length === 0
    const isLetter = !event.ctrlKey && !event.metaKey && event.key.length === 1 && !isSpace
    if (!isPalette && (!isLetter || (event.target as Element).closest(use.texts))) return
    if (kept(use.singleKeys) === 'off' && !isPalette && keys.length === 0) return
    const field = document.querySelector<HTMLElement>(use.search)
    if (event.key === '/' && keys.length === 0 && field?.checkVisibility({ visibilityProperty: true })) field.focus()
    else keys.push(event)
    event.preventDefault()
  })

  const show = (element: HTMLElement, status: Status | undefined) => {
    if (element.dataset.status === status) return
    if (status) element.dataset.status = status
    else delete element.dataset.status
  }
  window.loadpathPaint = (within = document) => {
    let marks: MarkMap = {}
    try {
      marks = (JSON.parse(kept(use.marks) ?? '{}') ?? {}) as MarkMap
    } catch {}
    within.querySelectorAll<HTMLElement>(use.rows).forEach((row) => {
      const link = row.querySelector('a')
      if (!link) return
      const status = marks[link.pathname.slice(use.path)]
      show(row, status)
      const box = row.querySelector('button')
      if (!box) return
      const word = status ? status[0]!.toUpperCase() + status.slice(1) : 'Not marked'
      box.ariaLabel = `${word}: ${link.textContent}`
      box.ariaPressed = String(status === 'done')
    })
    within.querySelectorAll<HTMLElement>(use.choosers).forEach((chooser) => {
      const status = marks[chooser.dataset.markOf ?? '']
      show(chooser, status)
      chooser.querySelectorAll<HTMLElement>(use.choices).forEach((choice) => {
        choice.ariaPressed = String(choice.dataset.value === status)
      })
    })
    const done = document.querySelectorAll(`${use.rows}[data-status=done]`).length
    within.querySelectorAll(use.tallies).forEach((tally) => {
      tally.textContent = done ? `${done} done of ` : ''
    })
  }
}

/** The text of the script in the head. */
export const earlyScript = `(${early.toString()})(${JSON.stringify(names)})`

/** Paints what was parsed so far: stands right behind a list. */
export const paintScript = 'loadpathPaint()'

declare global {
  interface Window {
    /** Made by the early script: paints what is kept of the viewer onto rows below `within`, or the whole page. */
    loadpathPaint?: (within?: ParentNode) => void
    /** Boxes that were pressed before anything listened, in order; taken over once. */
    loadpathPresses?: Element[]
    /** Keys that were pressed before anything listened, in order; taken over once. */
    loadpathKeys?: KeyboardEvent[]
  }
}
