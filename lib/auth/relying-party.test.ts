import { expect, test } from 'vitest'
import { relyingParty } from './relying-party.ts'

const at = (host: string, PUBLIC_URL?: string) =>
  relyingParty(new Headers({ host }), { TRUSTED_PROXIES: 0, PUBLIC_URL } as Parameters<typeof relyingParty>[1])

test('a server at home and one that was told its name have passkeys', () => {
  expect(at('localhost:3000')).toEqual({ id: 'localhost', origin: 'http://localhost:3000' })
  expect(at('anything', 'https://study.example.org/')).toEqual({
    id: 'study.example.org',
    origin: 'https://study.example.org',
  })
  expect(at('anything', 'http://localhost:8080')).toEqual({ id: 'localhost', origin: 'http://localhost:8080' })
})

test.each([
  ['192.168.1.7:3000', undefined, /PUBLIC_URL/],
  ['evil.example', undefined, /PUBLIC_URL/],
  ['x', 'http://study.example.org', /HTTPS/],
  ['x', 'https://192.168.1.7', /name/],
  ['x', 'https://[::1]', /name/],
])('%s with %s says why there are none', (host, url, why) => {
  expect(at(host, url)).toMatch(why)
})
