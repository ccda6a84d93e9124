import { expect, test } from 'vitest'
import {
  apart,
  asShown,
  freesOnly,
  keepsTheRules,
  moreIsBetter,
  noNeedlessFall,
  once,
  pastIsFixed,
  speed,
  toTheLetter,
} from './properties.testing.ts'

/** The properties of `properties.test.ts` over thousands of people, with how often those that may be broken are. */
const scale = Number(process.env.WALKS ?? 1)

test('to the letter', () => toTheLetter(300 * scale))
test('apart', () => apart(1500 * scale))
test('speed', () => speed(1500 * scale))
test('the rules as they are written down', () => keepsTheRules(1500 * scale))
test('no needless fall', () => expect(noNeedlessFall(2000 * scale)).toBeGreaterThan(1000 * scale))
test('once', () => once(1500 * scale))
test('as shown', () => expect(asShown(800 * scale)).toBeGreaterThan(200 * scale))
test('the past is fixed', () => pastIsFixed(1000 * scale))

test('a plan that goes moves nothing later, but for what waits for a day that holds it', () => {
  const { plans, later } = freesOnly(1500 * scale)
  console.log(`later after another plan went: ${later} of ${plans} plans`)
  expect(later / plans).toBeLessThan(0.02)
})

test('more is better', () => {
  const { tried, worse, later } = moreIsBetter(2000 * scale)
  console.log(`an item done early: what falls was worse in ${worse}, the end later in ${later} of ${tried}`)
  expect(worse / tried).toBeLessThan(0.02)
  expect(later / tried).toBeLessThan(0.02)
})
