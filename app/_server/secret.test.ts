import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secretIn } from './secret.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loadpath-secret-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('the first boot makes a secret that only the server can read, and later boots keep it', () => {
  const made = secretIn(join(folder, 'data'))
  expect(Buffer.from(made, 'base64url')).toHaveLength(32)
  expect(statSync(join(folder, 'data/secret')).mode & 0o777).toBe(0o600)
  expect(secretIn(join(folder, 'data'))).toBe(made)
  expect(readdirSync(join(folder, 'data'))).toEqual(['secret'])
})

test('two servers have two secrets', () => {
  expect(secretIn(join(folder, 'a'))).not.toBe(secretIn(join(folder, 'b')))
})

test('half a secret is refused in words, and not replaced behind the back', () => {
  writeFileSync(join(folder, 'secret'), 'abc')
  expect(() => secretIn(folder)).toThrow('holds no secret')
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('abc')
})
