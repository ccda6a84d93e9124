import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { boot, readSettings, requireFreePort } from './boot.ts'
import { prepareDatabase } from './prepare.ts'

await boot(async () => {
  const settings = readSettings()
  await requireFreePort(settings)
  const database = await prepareDatabase(settings)
  database.$client.close()
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'dev', '-p', String(settings.PORT), '-H', settings.HOST], {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(settings.PORT), HOST: settings.HOST },
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 0)))
})
