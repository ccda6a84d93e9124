/**
 * What the browser keeps of the viewer, so that static pages are painted before the server answers. The server's
 * tables are the truth; signing out removes every key that begins with `loadpath.`.
 */
export const localKeys = {
  /** JSON object: reading id to status. */
  marks: 'loadpath.marks',
  /** The viewer's id, where somebody is signed in. */
  viewer: 'loadpath.viewer',
  /** Begins the keys of words that are not saved yet; see `hooks/note-drafts.ts`. */
  draft: 'loadpath.draft.',
  /** `1`: the viewer wants to be asked "done?" on coming back from a reading. */
  asks: 'loadpath.asks',
  /** JSON: how far this device's clock is off; see `hooks/press-time.ts`. */
  clock: 'loadpath.clock',
  /** Begins the keys of presses that the server has not answered yet; see `hooks/waiting-presses.ts`. */
  waiting: 'loadpath.waiting.',
  /** How many entries of the inbox were unread, and when that was heard: two numbers. */
  unread: 'loadpath.unread',
  /** `light` or `dark`; absent follows the system. */
  theme: 'loadpath.theme',
  /** `off`: keys without Ctrl do nothing in this browser, whoever uses it; so it stays when somebody signs out. */
  singleKeys: 'loadpath-keys',
} as const

/**
 * A cookie that the server sets and removes with the session's own, for scripts to read: whether to ask who is signed
 * in, where the keys above are gone. It holds nothing and proves nothing.
 */
export const signedInCookie = 'loadpath.signed-in'
