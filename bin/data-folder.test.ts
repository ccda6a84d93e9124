import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { parseSettings } from '#lib/settings.ts'
import { checkDataFolder, markDataFolder, networkOf } from './data-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loadpath-folder-'))
})
const check = (more = {}) => checkDataFolder(parseSettings({ DATA_DIR: folder, ...more }))

it('a new folder may get a database', () => {
  expect(() => check()).not.toThrow()
})

it('a folder that once held a database gets no new one without being asked', () => {
  writeFileSync(join(folder, 'loadpath.db'), 'some')
  markDataFolder(parseSettings({ DATA_DIR: folder }))
  expect(() => check()).not.toThrow()
  rmSync(join(folder, 'loadpath.db'))
  expect(() => check()).toThrow('npm run restore')
  expect(() => check({ NEW_DATABASE: 'yes' })).not.toThrow()
})

it('an empty file is not taken for a new database', () => {
  writeFileSync(join(folder, 'loadpath.db'), '')
  expect(() => check()).toThrow('is empty')
})

it('a secret that is too short is told before anybody tries to sign in', () => {
  writeFileSync(join(folder, 'loadpath.db'), 'some')
  writeFileSync(join(folder, 'secret'), 'short')
  expect(() => check()).toThrow('holds no secret')
})

it('file systems over a network are known by their numbers', () => {
  expect(networkOf('', 0x6969)).toBe('NFS')
  expect(networkOf('', -11317950)).toBe('SMB')
  expect(networkOf('', 0xef53)).toBeNull()
})
