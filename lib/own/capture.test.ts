import { expect, it } from 'vitest'
import { bookmarklet, parseCapture } from './capture.ts'

it('takes address, title and selected words', () => {
  const sent = { url: 'https://x.example/a', title: 'A', text: 'words' }
  expect(parseCapture(sent)).toEqual(sent)
})

it('finds the address where a phone’s app put it: in the text or the title', () => {
  expect(parseCapture({ text: 'Worth reading https://x.example/a?b=1' })).toEqual({
    url: 'https://x.example/a?b=1',
    title: '',
    text: 'Worth reading',
  })
  expect(parseCapture({ title: 'https://x.example/a' })).toEqual({ url: 'https://x.example/a', title: '', text: '' })
})

it('keeps no address that is none of the web', () => {
  expect(parseCapture({ url: 'javascript:alert(1)', title: 'T' })).toEqual({ url: '', title: 'T', text: '' })
})

it('is a bookmarklet that leads to this server alone', () => {
  expect(bookmarklet('https://load.example')).toMatch(/^javascript:.*open\("https:\/\/load\.example\/add\?url="/)
})
