import type { NextConfig } from 'next'
import { sessionCookieName } from './lib/auth/session-cookie-name.ts'
import { dataContentSecurityPolicy, securityHeaders, varyHeader } from './lib/security-headers.ts'

const config: NextConfig = {
  agentRules: false,
  compress: true,
  // Next hashes the whole body for an ETag on every hit; switching it off doubled the rate.
  generateEtags: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  output: process.env.LOADPATH_STANDALONE === '1' ? 'standalone' : undefined,
  outputFileTracingRoot: import.meta.dirname,
  // A standalone build takes along what the code might read: never somebody's database or secret.
  outputFileTracingExcludes: { '/*': ['data/**', 'test-results/**'] },
  serverExternalPackages: ['better-sqlite3'],
  turbopack: { root: import.meta.dirname },
  experimental: {
    globalNotFound: true,
    // Pages made again after a catalogue change stay in memory: on disk is always what the build wrote,
    // so that a boot only has to compare the database with the build.
    isrFlushToDisk: false,
  },
  // A reading of one's own has an address like all others, and a page that is made for each request.
  async rewrites() {
    const ownId = 'own-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
    return { beforeFiles: [{ source: `/readings/:id(${ownId})`, destination: '/own/:id' }] }
  },
  async headers() {
    const forPrograms = [{ key: 'Content-Security-Policy', value: dataContentSecurityPolicy }]
    const secretAddress = [{ key: 'Referrer-Policy', value: 'no-referrer' }]
    return [
      { source: '/:path*', headers: securityHeaders() },
      // One folder or more: `/api` itself is a page.
      { source: '/api/:path+', headers: forPrograms },
      { source: '/feeds/:path*', headers: [...forPrograms, ...secretAddress] },
      // A badge is made to be shown on other sites.
      { source: '/feeds/:file(.*\\.svg)', headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }] },
      // The address of a shared plan is its key: no site that a link leads to may learn it.
      { source: '/shared/:path*', headers: secretAddress },
      // Without a session a search is the same for everybody.
      {
        source: '/search',
        missing: [true, false].map((secure) => ({ type: 'cookie', key: sessionCookieName(secure) })),
        headers: [
          { key: 'Cache-Control', value: 'public' },
          // Next writes `Vary` itself; the server adds this to it.
          { key: varyHeader, value: 'Cookie' },
        ],
      },
    ]
  },
}

export default config
