import { forgetLocalViewer } from '#hooks/local-viewer.ts'
import { setTheme } from '#hooks/theme.ts'
import { having } from '#lib/marks/page-data.ts'
import { statuses, statusWords } from '#lib/marks/status.ts'
import { goToNote, mark, openOriginal } from './list-keys.ts'

/** Something that the palette does, rather than somewhere it goes. */
export interface Action {
  name: string
  /** Other words that people look for it by. */
  words?: string
  run: () => void
}

/** What can be done from the page as it is. The palette is closed by then. */
export function actionsHere(isSignedIn: boolean, showKeys: () => void): Action[] {
  const reading = document.querySelector<HTMLElement>(having('markOf'))
  const title = reading?.dataset.title ? `: ${reading.dataset.title}` : ''
  const here: Action[] = reading
    ? [
        ...statuses.map((status) => ({
          name:
            reading.dataset.status === status
              ? `Remove the mark “${statusWords[status]}”${title}`
              : `Mark ${statusWords[status].toLowerCase()}${title}`,
          words: `mark status ${status}`,
          run: () => mark(status),
        })),
        { name: 'Open the original', words: 'read link', run: openOriginal },
      ]
    : []
  const own: Action[] = isSignedIn
    ? [
        ...(reading ? [{ name: 'Write a note', words: 'case card', run: goToNote }] : []),
        { name: 'Start a plan', words: 'new create make plan', run: () => location.assign('/plans/new') },
      ]
    : [{ name: 'Sign in', words: 'log in login', run: () => location.assign('/sign-in') }]
  return [
    ...here,
    ...own,
    { name: 'Switch theme: dark', words: 'night mode', run: () => setTheme('dark') },
    { name: 'Switch theme: light', words: 'day mode', run: () => setTheme('light') },
    { name: 'Switch theme: as the system says', words: 'auto mode', run: () => setTheme('') },
    { name: 'Show all keys', words: 'keyboard shortcuts help', run: showKeys },
    { name: 'Print this page', words: 'paper pdf', run: () => print() },
    ...(isSignedIn ? [{ name: 'Sign out', words: 'log out logout', run: signOut }] : []),
  ]
}

/** As the form in the settings does it: the browser forgets first, then next-auth ends the session. */
function signOut(): void {
  forgetLocalViewer()
  const form = Object.assign(document.createElement('form'), { method: 'post', action: '/api/auth/signout' })
  form.append(Object.assign(document.createElement('input'), { name: 'callbackUrl', value: '/' }))
  document.body.append(form)
  form.submit()
}
