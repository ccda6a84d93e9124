import nextConfig from '../../next.config.ts'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accessTable } from '#lib/api/access-table.ts'
import type { Verb } from '#lib/api/endpoint.ts'
import { config } from '../../proxy.ts'
import { listAppRoutes, verbsOf } from './routes.testing.ts'

const routes = listAppRoutes()
// Icons, pictures and lists that Next makes of files with these names; the browser tests hold them against the build.
const metadata = /\/(?:icon|favicon|apple-icon|opengraph-image|twitter-image|manifest)[^/]*$/

test('every route with every verb is in the table of who may do what, and the table knows no other', () => {
  const built = Object.fromEntries(routes.map(({ route, verbs }) => [route, verbs]))
  const table = Object.fromEntries(
    Object.entries(accessTable)
      .filter(([route]) => !metadata.test(route))
      .map(([route, verbs]) => [route, (Object.keys(verbs) as Verb[]).toSorted()]),
  )
  expect(built).toEqual(table)
})

test('every handler below /api/v1/ is made for the endpoint that its file stands for', () => {
  for (const { file, route, verbs } of routes.filter(({ route }) => route.startsWith('/api/v1/'))) {
    const source = readFileSync(`app/${file}`, 'utf8')
    const made = [...source.matchAll(/^export const (\w+) = handle\('([^']+)'/gm)].map(([, verb, name]) => [verb, name])
    const path = route.slice('/api/v1/'.length)
    expect(made.toSorted()).toEqual(verbs.map((verb) => [verb, `${verb} ${path}`]))
  }
})

/** Addresses that `next.config.ts` leads to a page of `(study)`. */
const rewritten = config.matcher.filter((pattern) => pattern.startsWith('/readings/'))

test('every page that is rendered per request has a nonce from proxy.ts, and nothing else has', async () => {
  const pages = routes.filter(({ file }) => file.startsWith('(study)/') && file.endsWith('/page.tsx'))
  const patterns = pages.map(({ route }) => route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, ':$1'))
  const rewrites = (await nextConfig.rewrites?.()) as { beforeFiles: { source: string }[] }
  expect(rewritten).toEqual(rewrites.beforeFiles.map(({ source }) => source))
  expect(config.matcher.toSorted()).toEqual([...patterns, ...rewritten].toSorted())
})

test('the reader of verbs sees them however they are exported', () => {
  expect(
    verbsOf(`export const GET = handle({})
export async function POST() {}
export { answer as PUT, answer as DELETE }
const PATCH = 1`),
  ).toEqual(['DELETE', 'GET', 'POST', 'PUT'])
})
