import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { boot, BootError } from './boot.ts'
import { currentBuild } from './build-state.ts'

// `npm run test:deep [FILE…]`: the checks that take minutes or need nginx, Caddy and the like. Nothing of it is in `npm test`.
await boot(async () => {
  const run = (args: string[], env = {}) => {
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    if (status !== 0) throw new BootError('')
  }
  if (!currentBuild()) run(['bin/build.ts'], { DATA_DIR: 'test-results/data' })
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  run([vitest, 'run', '--config', 'vitest.deep.config.ts', ...process.argv.slice(2)])
})
