import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBookmarks } from './bookmarks.ts'

const read = (text: string) => readBookmarks(text, async () => {})

describe('a file of bookmarks', () => {
  it('is what a browser exports', async () => {
    const file = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><DL><p><DT><H3>Folder</H3><DL><p>
<DT><A HREF="https://x.example/a?b=1&amp;c=2" ADD_DATE="1500000000">Queues &amp; logs</A>
<DT><A HREF="javascript:alert(1)">a bookmarklet</A>
<DT><A HREF="place:sort=8">Recent</A></DL></DL>`
    expect(await read(file)).toEqual({
      format: 'html',
      links: [{ url: 'https://x.example/a?b=1&c=2', title: 'Queues & logs', addedAt: 1_500_000_000_000 }],
      left: 2,
    })
  })

  it('is Pocket’s CSV, whose title may be the address again', async () => {
    const file =
      'title,url,time_added,tags,status\nhttps://x.example/a,https://x.example/a,1500000000,a|b,unread\n"A, B",https://x.example/b,1500000001,,archive\n'
    expect((await read(file)).links).toEqual([
      { url: 'https://x.example/a', title: '', addedAt: 1_500_000_000_000 },
      { url: 'https://x.example/b', title: 'A, B', addedAt: 1_500_000_001_000 },
    ])
  })

  it('is Instapaper’s CSV', async () => {
    const file =
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://x.example/a,"Two\nlines",some words,Unread,1500000000,[]\n'
    expect(await read(file)).toMatchObject({ format: 'csv', links: [{ title: 'Two lines' }], left: 0 })
  })

  it('is a plain list of addresses, with words around them or without', async () => {
    const file = 'https://x.example/a\n\n- [A talk](https://x.example/b)\nno address here\nftp://x.example/c\n'
    const { format, links, left } = await read(file)
    expect(format).toBe('addresses')
    expect(links.map(({ url }) => url)).toEqual(['https://x.example/a', 'https://x.example/b'])
    expect(left).toBe(2)
  })

  it('never throws, and gives nothing but addresses of the web', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.string().map((words) => `<a href="${words}">${words}</a>`),
        ),
        async (text) => {
          for (const { url } of (await read(text)).links) expect(url).toMatch(/^https?:/i)
        },
      ),
    )
  })
})
