import { describe, expect, test } from 'vitest'
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

describe('a person with random plans, alone and several together', { timeout: 120_000 }, () => {
  test('who does each day what it says finds every day to come as it was, and a pace of 0', () => toTheLetter(25))
  test('does not fall behind on one plan by what becomes of another', () => apart(80))
  test('reads faster or slower and is as far from the plan as before', () => speed(80))
  test('sees schedules that keep the rules as they are written down', () => keepsTheRules(80))
  test('loses nothing that could be put back', () => expect(noNeedlessFall(120)).toBeGreaterThan(50))
  test('reads a reading of several plans once, in the plan whose turn is first', () => once(80))
  test('finds what an offer or preview said, on every plan', () => expect(asShown(60)).toBeGreaterThan(10))
  test('keeps what the days that are over were promised', () => pastIsFixed(60))

  test('has items of a plan later when another goes only where something waits for a day that holds it', () => {
    const { plans, later } = freesOnly(80)
    expect(plans).toBeGreaterThan(40)
    expect(later / plans).toBeLessThan(0.05)
  })

  test('who does an item early is no worse off', () => {
    const { tried, worse, later } = moreIsBetter(120)
    expect(tried).toBeGreaterThan(60)
    expect(worse / tried).toBeLessThan(0.05)
    expect(later / tried).toBeLessThan(0.05)
  })
})
