import { expect, test } from 'vitest'
import * as can from './permissions.ts'

const roles = ['owner', 'editor', 'member', 'guest', null] as const

test.each([
  ['canSeePlan', can.canSeePlan, 'owner editor member guest'],
  ['canEditPlan', can.canEditPlan, 'owner editor'],
  ['canSharePlan', can.canSharePlan, 'owner'],
  ['canDeletePlan', can.canDeletePlan, 'owner'],
  ['canMarkItems', can.canMarkItems, 'owner editor member'],
  ['canLeavePlan', can.canLeavePlan, 'editor member guest'],
  ['canComment', can.canComment, 'owner editor member'],
] as const)('%s: the roles that may, and no other', (_name, canDo, allowed) => {
  expect(roles.filter((role) => canDo(role))).toEqual(allowed.split(' '))
})

test('the owner removes any comment, everybody else their own alone', () => {
  expect(roles.filter((role) => can.canRemoveComment(role, false))).toEqual(['owner'])
  expect(roles.filter((role) => can.canRemoveComment(role, true))).toEqual(['owner', 'editor', 'member', 'guest'])
})

test('nobody edits the words of another, not even the owner', () => {
  expect(roles.some((role) => can.canEditComment(role, false))).toBe(false)
  expect(roles.filter((role) => can.canEditComment(role, true))).toEqual(['owner', 'editor', 'member'])
})

test('only the admin administrates', () => {
  expect(can.canAdministrate({ role: 'admin' })).toBe(true)
  expect(can.canAdministrate({ role: 'user' })).toBe(false)
})

test('the first account can always be made, later ones as the server allows', () => {
  for (const mode of ['open', 'invite', 'closed'] as const) expect(can.canSignUp(mode, true, false)).toBe(true)
  expect(can.canSignUp('open', false, false)).toBe(true)
  expect(can.canSignUp('invite', false, false)).toBe(false)
  expect(can.canSignUp('invite', false, true)).toBe(true)
  expect(can.canSignUp('closed', false, true)).toBe(false)
})
