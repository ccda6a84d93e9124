import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stampFile = '.next/loadpath-build.json'
const sources = ['app', 'components', 'db', 'hooks', 'lib', 'public', 'drizzle']
const files = [
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
]

/** What a build was made from. */
export interface BuildStamp {
  /** Hash over every source file. */
  sources: string
  /** Which catalogue its static pages hold. */
  catalogue: string
  /** The `PUBLIC_URL` that its pages name; null for none. */
  publicUrl: string | null
  /** Whether the sources are left behind, as in an image: then the build is what there is. */
  isAlone?: boolean
}

/** Hash over all that a build depends on but the database. */
export function hashSources(): string {
  const hash = createHash('sha256')
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = join(path, entry.name)
      if (entry.isDirectory()) walk(child)
      else if (!entry.name.endsWith('.test.ts')) hash.update(child).update(readFileSync(child))
    }
  }
  for (const folder of sources) if (existsSync(folder)) walk(folder)
  for (const file of files) if (existsSync(file)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** What the last build was made from, or null where there is none. */
export function readBuildStamp(): BuildStamp | null {
  if (!existsSync('.next/BUILD_ID') || !existsSync(stampFile)) return null
  return JSON.parse(readFileSync(stampFile, 'utf8')) as BuildStamp
}

/** The stamp of the build there is if it is one of just these sources. */
export function currentBuild(): BuildStamp | null {
  const stamp = readBuildStamp()
  return stamp && (stamp.isAlone || stamp.sources === hashSources()) ? stamp : null
}

/** Writes down what the build that just ended was made from. */
export function writeBuildStamp(stamp: BuildStamp, file = stampFile): void {
  writeFileSync(file, `${JSON.stringify(stamp)}\n`)
}
