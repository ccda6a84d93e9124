import { expect, test } from 'vitest'
import { clientAddress, isProvenSameOrigin, isSameSite, requestOrigin } from './request-origin.ts'

const alone = { TRUSTED_PROXIES: 0 }
const behindOne = { TRUSTED_PROXIES: 1 }
const behindTwo = { TRUSTED_PROXIES: 2 }
const named = { PUBLIC_URL: 'https://read.example.org', TRUSTED_PROXIES: 0 }

test('the server stands where the Host header says, over plain HTTP, unless told otherwise', () => {
  const headers = new Headers({
    host: '192.168.1.5:3000',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  })
  expect(requestOrigin(headers, alone)).toBe('http://192.168.1.5:3000')
  expect(requestOrigin(headers, behindOne)).toBe('https://evil.example')
  expect(requestOrigin(headers, named)).toBe('https://read.example.org')
})

test('behind a front that passes the public name on as Host, pages of that name are the own site', () => {
  const headers = new Headers({ host: 'localhost:3000', origin: 'https://read.example.org' })
  expect(isSameSite(headers, alone)).toBe(false)
  expect(isSameSite(headers, named)).toBe(true)
  headers.set('x-forwarded-host', 'read.example.org')
  expect(isSameSite(headers, alone)).toBe(false)
  expect(isSameSite(headers, behindOne)).toBe(true)
})

test('a program without a browser may write, but proves nothing', () => {
  const headers = new Headers({ host: 'localhost:3000' })
  expect(isSameSite(headers, alone)).toBe(true)
  expect(isProvenSameOrigin(headers, alone)).toBe(false)
  headers.set('sec-fetch-site', 'none')
  expect(isProvenSameOrigin(headers, alone)).toBe(false)
  headers.set('sec-fetch-site', 'same-origin')
  expect(isProvenSameOrigin(headers, alone)).toBe(true)
})

test('a request with a cookie that does not say where it comes from changes nothing', () => {
  const headers = new Headers({ host: 'localhost:3000', cookie: 'loadpath.session=x' })
  expect(isSameSite(headers, alone)).toBe(false)
  headers.set('origin', 'null')
  expect(isSameSite(headers, alone)).toBe(false)
  headers.set('origin', 'http://localhost:3000')
  expect(isSameSite(headers, alone)).toBe(true)
})

test('what the browser says of the site wins over the Origin', () => {
  const headers = new Headers({ host: 'a', origin: 'http://a', 'sec-fetch-site': 'cross-site' })
  expect(isSameSite(headers, alone)).toBe(false)
  expect(isProvenSameOrigin(headers, alone)).toBe(false)
})

test('a client cannot choose its address: only what trusted fronts wrote counts', () => {
  const headers = new Headers({ 'x-loadpath-peer': '10.0.0.9', 'x-forwarded-for': '6.6.6.6, 1.2.3.4, 10.0.0.8' })
  expect(clientAddress(headers, alone)).toBe('10.0.0.9')
  expect(clientAddress(headers, behindOne)).toBe('10.0.0.8')
  expect(clientAddress(headers, behindTwo)).toBe('1.2.3.4')
  expect(clientAddress(new Headers({ 'x-loadpath-peer': '10.0.0.9' }), behindOne)).toBe('10.0.0.9')
})
