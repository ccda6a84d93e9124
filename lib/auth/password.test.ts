import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { dummyHash, hashPassword, verifyPassword } from './password.ts'

test('a password opens its own hash and no other', async () => {
  const stored = await hashPassword('lantern orbit quill 7')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await verifyPassword('lantern orbit quill 7', stored)).toBe(true)
  expect(await verifyPassword('lantern orbit quill 8', stored)).toBe(false)
})

test('the same password never has the same hash twice', async () => {
  expect(await hashPassword('lantern orbit quill 7')).not.toBe(await hashPassword('lantern orbit quill 7'))
})

test('a hash made with other parameters is checked with those', async () => {
  const nonce = Buffer.alloc(16, 7)
  const key = argon2Sync('argon2id', { message: 'abc', nonce, parallelism: 2, tagLength: 16, memory: 64, passes: 1 })
  const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  expect(await verifyPassword('abc', `$argon2id$v=19$m=64,t=1,p=2$${bare(nonce)}$${bare(key)}`)).toBe(true)
})

test('however a keyboard composes an accent, it is the same password', async () => {
  expect(await verifyPassword('caf\u00e9 au lait ', await hashPassword('cafe\u0301 au lait '))).toBe(true)
})

test('the hash of nobody is checked like any other and opens for nothing', async () => {
  expect(dummyHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await verifyPassword('', dummyHash)).toBe(false)
})

test('what is no argon2id hash is an accident, not a wrong password', async () => {
  await expect(verifyPassword('abc', '$2b$10$abc')).rejects.toThrow('PHC')
})

test('ten people who sign in at once are all answered', async () => {
  const stored = await hashPassword('lantern orbit quill 7')
  const answers = await Promise.all(Array.from({ length: 10 }, () => verifyPassword('lantern orbit quill 7', stored)))
  expect(answers).toEqual(Array.from({ length: 10 }, () => true))
})
