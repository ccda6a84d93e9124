import { expect, test } from 'vitest'
import { isPublicAddress, isPublicHost } from './public-address.ts'

const reserved = [
  '0.1.2.3 10.1.1.1 100.64.0.1 100.127.255.255 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1',
  '192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 255.255.255.255',
  ':: ::1 ::ffff:10.0.0.1 ::ffff:198.18.0.1 ::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:0:53aa:64c::1',
  '2001:db8::1 2002:a00:1::1 3fff::1 5f00::1 fc00::1 fd12::1 fe80::1 fec0::1 ff02::1 fe80::1%eth0',
].flatMap((line) => line.split(' '))

test.each(reserved)('the link checker never asks %s, which is no part of the open web', (host) => {
  expect(isPublicHost(host)).toBe(false)
})

test.each([
  '1.1.1.1',
  '100.63.0.1',
  '172.32.0.1',
  '192.0.1.1',
  '198.17.0.1',
  '198.20.0.1',
  '2606:4700::1111',
  '2a00::1',
])('and it asks %s, which is', (host) => {
  expect(isPublicHost(host)).toBe(true)
})

test('a number written another way is the number that it is', () => {
  for (const address of ['http://0x7f.1/', 'http://2130706433/', 'http://[::ffff:7f00:1]/', 'http://198.18.1/'])
    expect(isPublicAddress(address), address).toBe(false)
})
