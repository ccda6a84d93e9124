import { showToast } from './toaster.tsx'

/** Tells the person that the server refused a change, which the page has rolled back. */
export function sayRefused(error: Error): void {
  showToast({ text: `Not saved: ${error.message}`, tone: 'error' })
}
