// Server components and the server's rendering of client components are bundled apart but share the process.
const holder = globalThis as { loadpathMarkup?: Map<string, string> }

/** Keeps a list's markup under a name that is unique among all pages. */
export function keepMarkup(name: string, html: string): void {
  holder.loadpathMarkup ??= new Map()
  holder.loadpathMarkup.set(name, html)
}

/** The markup kept under a name; empty where none is, as in the browser. */
export function keptMarkup(name: string): string {
  return holder.loadpathMarkup?.get(name) ?? ''
}
