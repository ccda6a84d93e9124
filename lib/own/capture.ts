import { parseHttpUrl } from '#lib/addresses/http-url.ts'

/** What a bookmarklet or a phone's share menu sends. */
export interface Capture {
  url: string
  title: string
  text: string
}

const most = { url: 2000, title: 300, text: 5000 }

/**
 * Reads what was sent in an address: many apps put the page's address into the text, or into the title. What is no
 * address of the web is left out.
 */
export function parseCapture(query: Record<string, string | string[] | undefined>): Capture {
  const given = (key: keyof Capture) => clean([query[key]].flat()[0] ?? '')
  let [url, title, text] = [given('url'), given('title').replaceAll(/\s+/g, ' '), given('text')]
  if (parseHttpUrl(url) === null) {
    url = addressIn(text) ?? addressIn(title) ?? ''
    if (url !== '') [title, text] = [title, text].map((words) => words.replace(url, '').trim()) as [string, string]
  }
  if (text === title) text = ''
  return { url: url.slice(0, most.url), title: cut(title, most.title), text: cut(text, most.text) }
}

function addressIn(words: string): string | null {
  const found = /https?:\/\/[^\s<>"]+/i.exec(words)?.[0] ?? null
  return found !== null && parseHttpUrl(found) ? found : null
}

function clean(words: string): string {
  return words.toWellFormed().replaceAll('\0', '').trim()
}

function cut(words: string, length: number): string {
  return words.length <= length ? words : words.slice(0, length).toWellFormed()
}

/** The bookmarklet: opens the page for adding a reading with address, title and selected words of the page at hand. */
export function bookmarklet(origin: string): string {
  const e = 'encodeURIComponent'
  return (
    `javascript:(()=>{open(${JSON.stringify(`${origin}/add?url=`)}+${e}(location.href)` +
    `+'&title='+${e}(document.title)+'&text='+${e}(String(getSelection()).slice(0,1500)),` +
    `'loadpath','width=560,height=760')})()`
  )
}
