import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

function start(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/start.ts'], { env: { ...process.env, ...env } })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => resolve({ code, output }))
  })
}

const folder = () => mkdtempSync(join(tmpdir(), 'loadpath-'))

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return typeof address === 'object' && address ? address.port : 0
}

describe('a start that cannot go on says why in one sentence, and writes nothing', () => {
  it('a wrong setting is named, with what it holds', async () => {
    const data = join(folder(), 'data')
    const { code, output } = await start({ PORT: 'eighty', DATA_DIR: data })
    expect(code).toBe(1)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(output).toContain('The setting PORT is "eighty"')
    expect(existsSync(data)).toBe(false)
  })

  it('a port that another program has', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    closers.push(() => server.close())
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const data = join(folder(), 'data')
    const { code, output } = await start({ PORT: String(port), DATA_DIR: data })
    expect(code).toBe(1)
    expect(output).toContain(`Port ${port} is taken by another program`)
    expect(existsSync(data)).toBe(false)
  })

  it('a data folder that cannot be made', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, 'not a folder')
    const { code, output } = await start({ PORT: String(await freePort()), DATA_DIR: join(file, 'data') })
    expect(code).toBe(1)
    expect(output).toContain('Cannot write to')
    expect(output.trim().split('\n')).toHaveLength(1)
  })

  it.runIf(existsSync('/proc/self'))('a data folder where the system lets nobody make one', async () => {
    const { code, output } = await start({ PORT: String(await freePort()), DATA_DIR: '/proc/loadpath/data' })
    expect(code).toBe(1)
    expect(output).toContain('Cannot write to')
  })

  it('a database that a newer version wrote', async () => {
    const data = folder()
    const database = openDatabase(join(data, 'loadpath.db'))
    await migrateDatabase(database)
    database.$client.exec("insert into __drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)")
    database.$client.close()
    const before = readdirSync(data)
    const { code, output } = await start({ PORT: String(await freePort()), DATA_DIR: data })
    expect(code).toBe(1)
    expect(output).toContain('newer version of Loadpath')
    expect(readdirSync(data)).toEqual(before)
  })

  it('a file in the place of the database that is none', async () => {
    const data = folder()
    writeFileSync(join(data, 'loadpath.db'), 'these are not the bytes of a database, but there are enough of them')
    const { code, output } = await start({ PORT: String(await freePort()), DATA_DIR: data })
    expect(code).toBe(1)
    expect(output).toContain('cannot be used')
  })
})
