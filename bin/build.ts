import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { db } from '#db/client.ts'
import { markPrepared } from '#db/preparation.ts'
import { getCatalogueFingerprint } from '#db/queries/catalogue/catalogue-state.ts'
import { hashSources, writeBuildStamp } from './build-state.ts'
import { boot, BootError, readSettings, say } from './boot.ts'
import { prepareDatabase } from './prepare.ts'

const nextProgram = createRequire(import.meta.url).resolve('next/dist/bin/next')

/** Builds the app from the database as it is; says how far it is. @throws BootError when the build fails. */
async function build(): Promise<void> {
  const catalogue = await getCatalogueFingerprint()
  say('Building the pages, which takes a minute or two the first time')
  const started = Date.now()
  const output: string[] = []
  const code = await new Promise<number>((resolve) => {
    const child = spawn(process.execPath, [nextProgram, 'build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const read = (chunk: Buffer) => {
      output.push(chunk.toString())
      const step = /(Compiled successfully in [^\n]+|Generating static pages[^\n]*\d+\/\d+\)?)/.exec(chunk.toString())
      if (step?.[1]) say(`  ${step[1].replace(/\s+/g, ' ')}`)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('close', (status) => resolve(status ?? 1))
  })
  if (code !== 0) throw new BootError(`The build failed:\n${output.join('')}`)
  writeBuildStamp({ sources: hashSources(), catalogue, publicUrl: readSettings().PUBLIC_URL ?? null })
  say(`Built in ${Math.round((Date.now() - started) / 1000)} s`)
}

await boot(async () => {
  await prepareDatabase(readSettings())
  await build()
  markPrepared(db().$client, hashSources())
  db().$client.close()
})
