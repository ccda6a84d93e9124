import { showToast } from './toaster.tsx'

/** Tells the person that the server did not take a change, which the page has taken back. */
export function sayRefused(error: Error): void {
  showToast({ text: `Not saved: ${error.message}`, tone: 'error' })
}
