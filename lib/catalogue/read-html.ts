import { parseHttpUrl } from '../addresses/http-url.ts'
import type { Bullet } from './read-bullets.ts'
import { cleanTitle } from './title-key.ts'

const anchor = /<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([^<]*(?:<(?!\/?a[\s>])[^<]*)*)<\/a>/gi
const item = /<(?:li|tr|p|dd|dt)[\s>]/i
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" }

/**
 * The works that a block of HTML lists: the first outside link with words of each `<li>`, `<tr>` or paragraph, and each
 * link where there is none of these.
 * @param line on which the block begins, from 1.
 */
export function readHtml(html: string, line: number): Bullet[] {
  const bullets: Bullet[] = []
  let last = -1
  for (const match of html.matchAll(anchor)) {
    const url = decode(match[1] ?? match[2] ?? match[3] ?? '').trim()
    const title = cleanTitle(decode((match[4] ?? '').replaceAll(/<[^>]*>/g, ' ')))
    if (!title || parseHttpUrl(url) === null) continue
    const isFurther = last >= 0 && item.test(html.slice(0, match.index)) && !item.test(html.slice(last, match.index))
    last = match.index
    if (isFurther) continue
    const before = html.slice(0, match.index).split('\n').length - 1
    bullets.push({ title, url, remark: '', broken: false, line: line + before, children: [] })
  }
  return bullets
}

/** The address of an `<a>` tag; null where it is none. */
export function hrefOf(tag: string): string | null {
  const [, double, single, bare] = /^<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag) ?? []
  const href = double ?? single ?? bare
  return href === undefined ? null : decode(href).trim()
}

function decode(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole)
}
