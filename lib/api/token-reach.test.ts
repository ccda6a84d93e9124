import { expect, test } from 'vitest'
import { endpointAccess } from './access-table.ts'
import type { EndpointName } from './endpoints.ts'
import { tokenReach } from './token-reach.ts'

const names = Object.keys(endpointAccess) as EndpointName[]
const reaches = names.map((name) => [name, tokenReach(name)] as const)

test('over the whole table: a token that reads calls GET alone, and nothing for admins is ever reached', () => {
  for (const [name, reach] of reaches) {
    if ('refused' in reach)
      expect([name, reach.refused]).toEqual([name, expect.stringMatching(/^A token cannot .+\.$/)])
    else expect([name, reach.scope]).toEqual([name, name.startsWith('GET ') ? 'read' : 'write'])
    if (endpointAccess[name] === 'admin') expect([name, 'refused' in reach]).toEqual([name, true])
  }
})

test('a token makes no tokens and changes no password, e-mail, second factor or account', () => {
  const closed = reaches.filter(([, reach]) => 'refused' in reach).map(([name]) => name)
  const account =
    /^\w+ (?:tokens|users|password-resets|people|sessions|passkeys|second-factor|two-factor|sign-ins?)\b|^(?!GET me$)\w+ me\b/
  expect(names.filter((name) => account.test(name) && !closed.includes(name))).toEqual([])
  expect(closed).toEqual(expect.arrayContaining(['POST tokens', 'PATCH me', 'DELETE me', 'DELETE me/sessions']))
})

test('a token makes no secret address: what it made would outlive it', () => {
  const making = names.filter((name) => /^POST .*(?:feed|calendar|links)$/.test(name))
  expect(making.length).toBeGreaterThan(3)
  expect(making.filter((name) => !('refused' in tokenReach(name)))).toEqual([])
})
