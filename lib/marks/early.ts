import { localKeys, signedInCookie } from './local.ts'
import { having } from './page-data.ts'
import { boxSelector, readingPath, rowSelector } from './rows.ts'
import type { MarkMap, Status } from './status.ts'

const names = {
  marks: localKeys.marks,
  viewer: localKeys.viewer,
  theme: localKeys.theme,
  cookie: signedInCookie,
  rows: rowSelector,
  boxes: boxSelector,
  path: readingPath.length,
  choosers: having('markOf'),
  choices: having('value'),
  tallies: having('tally'),
}

/**
 * Runs in the head of every page, before anything is painted: theme, whether somebody is signed in, and
 * `loadpathPaint()`, which lists call as soon as they are parsed and again whenever marks change. It finds a row's
 * reading by its link, gives the box a name that says the status, and counts the rows that are done. Presses on boxes
 * are kept until `MarkRows` listens and takes them over.
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
  if (kept(use.viewer) !== null || document.cookie.includes(`${use.cookie}=`)) root.dataset.viewer = ''

  const presses: Element[] = (window.loadpathPresses = [])
  document.addEventListener('click', (event) => {
    const box = window.loadpathPresses && (event.target as Element).closest(use.boxes)
    if (box && event.detail < 2) presses.push(box)
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
  }
}
