import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { parseHttpUrl } from '#lib/addresses/http-url.ts'

/**
 * Whether an address is one of the open web by its looks: http(s), and no name or number of this machine or a private
 * network, where a redirect of somebody's page has no business to send us. What a name stands for is looked at when it
 * is connected to (`openWebFetch`).
 */
export function isPublicAddress(address: string): boolean {
  const host = parseHttpUrl(address)?.hostname.toLowerCase().replace(/\.$/, '')
  return !!host && isPublicHost(host.replace(/^\[|\]$/g, ''))
}

/** Networks that are no part of the open web: IANA's special-purpose registries for IPv4 and IPv6. */
const reserved = new BlockList()
for (const network of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24',
  '203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
].flatMap((line) => line.split(' '))) {
  const [address = '', bits] = network.split('/')
  reserved.addSubnet(address, Number(bits), 'ipv4')
}

/** Of IPv6 only what is given out to the world (2000::/3), less what of it is reserved or carries an IPv4 address. */
const given6 = new BlockList()
given6.addSubnet('2000::', 3, 'ipv6')
const reserved6 = new BlockList()
// IETF protocols with Teredo and ORCHID, documentation (both ranges), 6to4.
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['2002::', 16],
] as const)
  reserved6.addSubnet(address, bits, 'ipv6')

/** Whether a host's name or number, IPv6 without brackets, is of the open web by its looks. */
export function isPublicHost(host: string): boolean {
  if (isIPv6(host)) {
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(host)?.[1]
    return mapped ? isPublicHost(mapped) : given6.check(host, 'ipv6') && !reserved6.check(host, 'ipv6')
  }
  if (host.includes(':')) return false
  if (isIPv4(host)) return !reserved.check(host, 'ipv4')
  return host.includes('.') && !/\.(localhost|local|internal|home\.arpa)$/.test(host)
}
