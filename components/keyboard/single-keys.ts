import { localKeys } from '#lib/marks/local.ts'

/** Whether keys without Ctrl do anything in this browser: some speak to their computer, and each word would press them. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(localKeys.singleKeys) !== 'off'
  } catch {
    return true
  }
}

/** Turns keys without Ctrl on or off in this browser, for whoever uses it. */
export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(localKeys.singleKeys)
  else localStorage.setItem(localKeys.singleKeys, 'off')
}
