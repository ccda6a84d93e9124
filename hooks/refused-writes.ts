type Say = (words: string) => void

let say: Say | null = null

/** Sets how a person is told of a refused write: by the toaster, where one is loaded. */
export function tellRefusedBy(how: Say): void {
  say = how
}

/** Tells the person that the server refused a change, which the page has taken back. */
export function tellRefused(error: Error): void {
  say?.(`Not saved: ${error.message}`)
}
