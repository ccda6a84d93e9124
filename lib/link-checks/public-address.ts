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

/** Whether a host's name or number, IPv6 without brackets, is of the open web by its looks. */
export function isPublicHost(host: string): boolean {
  if (host.includes(':')) {
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(host)?.[1]
    return mapped ? isPublicHost(mapped) : !/^(::|0*:|f[cdef]|fe[89ab]|64:ff9b:|2002:)/i.test(host)
  }
  const bytes = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host)?.slice(1).map(Number)
  if (!bytes) return host.includes('.') && !/\.(localhost|local|internal|home\.arpa)$/.test(host)
  const [a = 0, b = 0] = bytes
  const isPrivate = a === 0 || a === 10 || a === 127 || a >= 224 || (a === 172 && b >= 16 && b < 32)
  return !isPrivate && !(a === 192 && b === 168) && !(a === 169 && b === 254) && !(a === 100 && b >= 64 && b < 128)
}
