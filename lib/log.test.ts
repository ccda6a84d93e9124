import { afterEach, expect, test, vi } from 'vitest'
import { errorFields, log } from './log.ts'

afterEach(() => vi.restoreAllMocks())

const written = (work: () => void): string => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  work()
  return write.mock.calls.map(([line]) => String(line)).join('')
}

test('a line of the log is one JSON object', () => {
  const line = written(() => log('error', 'request failed', { id: 'ab12', path: '/api/v1/me' }))
  expect(line.trimEnd()).not.toContain('\n')
  expect(JSON.parse(line)).toMatchObject({ level: 'error', event: 'request failed', id: 'ab12' })
})

test('what somebody typed does not come into the log by way of an error, a forged line neither', () => {
  const secret = 'canary-note\n{"level":"info","event":"forged"}'
  const line = written(() => log('error', 'request failed', errorFields(new Error(`Bad value: ${secret}`))))
  expect(line).not.toContain('canary-note')
  expect(line.trimEnd().split('\n')).toHaveLength(1)
})

test('what SQLite says is kept: it names tables, never values', () => {
  const error = Object.assign(new Error('UNIQUE constraint failed: users.email'), { code: 'SQLITE_CONSTRAINT_UNIQUE' })
  expect(errorFields(error)).toMatchObject({
    code: 'SQLITE_CONSTRAINT_UNIQUE',
    message: 'UNIQUE constraint failed: users.email',
  })
})
