import { expect, test } from 'vitest'
import { isOpenPage, privateFolders } from './page-access.ts'

test('a guest is let through to the pages for everybody and to what they hold the link of', () => {
  for (const path of ['/', '/sign-in', '/shared/abc', '/readings/a-b', '/catalogue/x/y'])
    expect(isOpenPage(path)).toBe(true)
  for (const path of ['/today', '/plans', '/plans/new', '/plans/x/share', '/admin/log', '/shared', '/nothing'])
    expect(isOpenPage(path), path).toBe(false)
})

test('a folder is private when pages in it are a person’s own', () => {
  expect(privateFolders()).toEqual(expect.arrayContaining(['/plans', '/today', '/lists', '/admin']))
  expect(privateFolders()).not.toContain('/catalogue')
})
