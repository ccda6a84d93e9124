import { Parser } from 'htmlparser2'
import Papa from 'papaparse'
import { parseHttpUrl } from '#lib/addresses/http-url.ts'

/** A link of somebody's bookmarks. */
export interface Bookmark {
  url: string
  /** Empty where the file says none. */
  title: string
  /** Milliseconds, UTC; null where the file does not say. */
  addedAt: number | null
}

/** What a file of bookmarks holds. */
export interface Bookmarks {
  format: 'html' | 'csv' | 'addresses'
  links: Bookmark[]
  /** What is no address of the web, such as a script, a file or a folder of the browser's own. */
  left: number
}

/** Most links that are read of one file. */
export const mostBookmarks = 200_000

const atOnce = 64_000
const longestTitle = 300

/**
 * Reads the bookmarks that browsers export (Netscape's HTML), the CSV of Pocket and Instapaper and any other with a
 * column of addresses, or a plain list with an address a line.
 * @param pause is awaited now and then, so that others get their turn.
 */
export async function readBookmarks(text: string, pause: () => Promise<void>): Promise<Bookmarks> {
  const start = text.slice(0, 4000)
  const found = /<(!doctype|a|dl|dt|html)[\s>]/i.test(start)
    ? { format: 'html' as const, all: await readHtml(text, pause) }
    : (readCsv(text) ?? { format: 'addresses' as const, all: readLines(text) })
  const all = found.all.slice(0, mostBookmarks)
  const links = all.filter(({ url }) => url.length <= 2000 && url.isWellFormed() && parseHttpUrl(url) !== null)
  return { format: found.format, links: links.map(tidy), left: found.all.length - links.length }
}

function tidy({ url, title, addedAt }: Bookmark): Bookmark {
  const line = title
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  // Many programs give the address for a title.
  return { url: url.trim(), title: line === url.trim() ? '' : line.slice(0, longestTitle).toWellFormed(), addedAt }
}

async function readHtml(text: string, pause: () => Promise<void>): Promise<Bookmark[]> {
  const all: Bookmark[] = []
  let current: Bookmark | null = null
  const parser = new Parser({
    onopentag(name, { href, add_date: added, time_added: time }) {
      if (name !== 'a' || href === undefined) return
      current = { url: href, title: '', addedAt: timeOf(added ?? time) }
      all.push(current)
    },
    ontext(words) {
      if (current && current.title.length < longestTitle) current.title += words
    },
    onclosetag(name) {
      if (name === 'a') current = null
    },
  })
  for (let at = 0; at < text.length; at += atOnce) {
    parser.write(text.slice(at, at + atOnce))
    await pause()
  }
  parser.end()
  return all
}

/** Null where the first line names no column of addresses. */
function readCsv(text: string): { format: 'csv'; all: Bookmark[] } | null {
  const head = text.slice(0, Math.max(0, text.search(/\r?\n/))).toLowerCase()
  if (!/(^|[,;\t])\s*"?(url|address|link|href)"?\s*([,;\t]|$)/.test(head) || !/[,;\t]/.test(head)) return null
  const { data } = Papa.parse<Record<string, string | undefined>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  })
  return {
    format: 'csv',
    all: data.map((row) => ({
      url: (row.url ?? row.address ?? row.link ?? row.href ?? '').trim(),
      title: row.title ?? row.name ?? '',
      addedAt: timeOf(row.time_added ?? row.timestamp ?? row.created ?? row.date),
    })),
  }
}

/** One address a line, with or without words around it. */
function readLines(text: string): Bookmark[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '') return []
    const url = /[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+/i.exec(line)?.[0]
    if (url === undefined) return [{ url: '', title: line, addedAt: null }]
    const words = line.replace(url, '').replaceAll(/^[\s*\-–|[\]()]+|[\s*\-–|[\]()]+$/g, '')
    return [{ url: url.replace(/[).,;]+$/, ''), title: words, addedAt: null }]
  })
}

/** Seconds, milliseconds or microseconds since 1970, or a date; null for what is none since the web began. */
function timeOf(value: string | undefined): number | null {
  const text = value?.trim() ?? ''
  if (text === '') return null
  const figure = Number(text)
  const time = Number.isNaN(figure)
    ? Date.parse(text)
    : figure < 1e11
      ? figure * 1000
      : figure < 1e14
        ? figure
        : figure / 1000
  return time > Date.UTC(1993, 0) && time < Date.UTC(2200, 0) ? Math.floor(time) : null
}
