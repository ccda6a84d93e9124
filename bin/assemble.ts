import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { boot, BootError, say } from './boot.ts'
import { currentBuild, writeBuildStamp } from './build-state.ts'

// Puts what a server needs, and nothing else, into one folder: `npm run assemble -- FOLDER`. The image is made of it.
// The folder starts with `node bin/run.mjs start` and needs Node 24, a data folder to write to, and no npm.

/** Our own code that runs outside Next's bundles. */
const own = ['bin', 'server', 'db', 'lib', 'drizzle', 'public', 'package.json', 'LICENSE']
const skipped =
  /(?:\.test\.ts|\.testing\.ts|[/\\]testing[/\\]|[/\\]bin[/\\](?:test|test-deep|screenshots|assemble|dev|build)\.ts)/
/** Of the build: what only building needs. */
const onlyForBuilding = new Set([
  'cache',
  'trace',
  'trace-build',
  'turbopack',
  'types',
  'diagnostics',
  'dev',
  'build',
  'lock',
])

/** Whether a file of the build or of a package is read by a running server. */
const isRead = (file: string) => !/\.(?:map|nft\.json|[cm]?ts|md)$/.test(file)

function copy(from: string, to: string, filter: (file: string) => boolean): void {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter })
}

/** Every file below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Next's tracer, which it brings along without types. */
type Trace = (files: string[], options: object) => Promise<{ fileList: Set<string> }>
const require = createRequire(import.meta.url)

/** What Next reads at run time: as its build traced it, and what starts it inside a server of ours. */
async function filesOfNext(): Promise<Set<string>> {
  const { nodeFileTrace } = require('next/dist/compiled/@vercel/nft') as { nodeFileTrace: Trace }
  const starts = ['next', 'next/dist/server/lib/start-server', 'next/dist/server/require-hook']
  const ignore = ['dev/**', 'docs/**', 'compiled/webpack/**', 'compiled/next-devtools/**', 'build/webpack/**'].map(
    (path) => `**/next/dist/${path}`,
  )
  const found = await nodeFileTrace(
    starts.map((name) => require.resolve(name)),
    {
      base: process.cwd(),
      mixedModules: true,
      ignore: [...ignore, '**/*.development.js', '**/@img/**', '**/@next/swc*/**'],
    },
  )
  const traces = [
    '.next/next-server.js.nft.json',
    ...filesIn('.next/server').filter((file) => file.endsWith('.nft.json')),
  ]
  const traced = traces.flatMap((trace) => {
    const { files } = JSON.parse(readFileSync(trace, 'utf8')) as { files: string[] }
    return files.map((file) => normalize(join(dirname(trace), file)))
  })
  return new Set([...found.fileList, ...traced].filter((file) => file.startsWith('node_modules')))
}

/** The packages that our own files import. */
function importedPackages(): Set<string> {
  const names = new Set<string>()
  for (const file of ['bin', 'server', 'db', 'lib'].flatMap(filesIn).filter((file) => /\.(?:ts|mjs)$/.test(file)))
    if (!skipped.test(file))
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'([^'.#][^']*)'/g))
        if (!name.startsWith('node:'))
          names.add(
            name
              .split('/')
              .slice(0, name.startsWith('@') ? 2 : 1)
              .join('/'),
          )
  return names
}

/** Folders of packages with all that they depend on, from `node_modules` or from where they are nested. */
function withDependencies(names: Iterable<string>): Set<string> {
  const folders = new Set<string>()
  const add = (name: string, from: string) => {
    for (let at = from; ; at = dirname(at)) {
      const folder = join(at, 'node_modules', name)
      if (existsSync(join(folder, 'package.json'))) {
        if (folders.has(folder)) return
        folders.add(folder)
        const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
          dependencies?: Record<string, string>
        }
        for (const dependency of Object.keys(dependencies)) add(dependency, folder)
        return
      }
      if (at === '.' || at === dirname(at)) return
    }
  }
  for (const name of names) add(name, '.')
  return folders
}

await boot(async () => {
  const target = process.argv[2]
  if (!target) throw new BootError('Name a folder: npm run assemble -- FOLDER.')
  const folder = resolve(target)
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, '.next')))
    throw new BootError(`${folder} holds something else. Name a folder that is empty or not there.`)
  const stamp = currentBuild()
  if (!stamp) throw new BootError('There is no build of these sources: npm run build first.')
  rmSync(folder, { recursive: true, force: true })
  for (const entry of readdirSync('.next'))
    if (!onlyForBuilding.has(entry)) copy(join('.next', entry), join(folder, '.next', entry), isRead)
  for (const file of await filesOfNext())
    if (isRead(file) && lstatSync(file).isFile()) copy(file, join(folder, file), () => true)
  const names = [...importedPackages()].filter((name) => name !== 'next')
  for (const path of withDependencies(names))
    copy(path, join(folder, path), (file) => isRead(file) && !relative(path, file).startsWith('node_modules'))
  for (const path of own) copy(path, join(folder, path), (file) => !skipped.test(file))
  writeBuildStamp({ ...stamp, isAlone: true }, join(folder, '.next/loadpath-build.json'))
  const bytes = filesIn(folder).reduce((sum, file) => sum + lstatSync(file).size, 0)
  say(`Assembled in ${folder}: ${Math.round(bytes / 1e6)} MB`)
})
