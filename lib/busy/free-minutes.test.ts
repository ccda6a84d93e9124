import { describe, expect, it } from 'vitest'
import { NoCalendar, readFreeMinutes } from './free-minutes.ts'

const hours = { from: 18 * 60, to: 22 * 60 }
const read = (events: string, timeZone = 'Europe/Berlin') =>
  readFreeMinutes(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${events}\r\nEND:VCALENDAR\r\n`, {
    today: '2026-11-30',
    timeZone,
    hours,
    pause: async () => {},
  })
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${lines.join('')}`, 'SUMMARY:Secret dinner', ...lines, 'END:VEVENT'].join('\r\n')

describe('what a calendar leaves free', () => {
  it('is the study hours less what it takes of them, and holds no title', async () => {
    const found = await read(event('DTSTART:20261201T173000Z', 'DTEND:20261201T190000Z'))
    expect(found).toEqual({ free: { '2026-12-01': 150 }, left: 0 })
    expect(JSON.stringify(found)).not.toContain('Secret')
  })

  it('counts the same hour once', async () => {
    const two = [
      event('DTSTART;TZID=Europe/Berlin:20261201T190000', 'DTEND;TZID=Europe/Berlin:20261201T200000'),
      event('DTSTART;TZID=Europe/Berlin:20261201T193000', 'DURATION:PT1H'),
    ]
    expect((await read(two.join('\r\n'))).free).toEqual({ '2026-12-01': 150 })
  })

  it('leaves a day as it is where an event is cancelled, shown as free, all day, or outside the hours', async () => {
    const none = [
      event('DTSTART:20261201T180000Z', 'DTEND:20261201T190000Z', 'STATUS:CANCELLED'),
      event('DTSTART:20261202T180000Z', 'DTEND:20261202T190000Z', 'TRANSP:TRANSPARENT'),
      event('DTSTART;VALUE=DATE:20261203', 'DTEND;VALUE=DATE:20261204'),
      event('DTSTART:20261204T080000Z', 'DTEND:20261204T160000Z'),
    ]
    expect((await read(none.join('\r\n'))).free).toEqual({})
  })

  it('takes a day off that says it is busy all day', async () => {
    const off = event('DTSTART;VALUE=DATE:20261203', 'DTEND;VALUE=DATE:20261204', 'TRANSP:OPAQUE')
    expect((await read(off)).free).toEqual({ '2026-12-03': 0 })
  })

  it('follows a series with its exceptions and with the time that was moved', async () => {
    const weekly = [
      'BEGIN:VEVENT\r\nUID:w\r\nDTSTART:20261201T180000Z\r\nDTEND:20261201T190000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20261208T180000Z\r\nEND:VEVENT',
      'BEGIN:VEVENT\r\nUID:w\r\nRECURRENCE-ID:20261215T180000Z\r\nDTSTART:20261216T180000Z\r\nDTEND:20261216T190000Z\r\nEND:VEVENT',
    ]
    expect(Object.keys((await read(weekly.join('\r\n'))).free)).toEqual(['2026-12-01', '2026-12-16'])
  })

  it('ends, with ten years of rules that repeat for ever, and tells what it left out', async () => {
    const daily = Array.from({ length: 30 }, (_, n) =>
      event(`DTSTART:20161201T1800${String(n).padStart(2, '0')}Z`, 'DURATION:PT1M', 'RRULE:FREQ=DAILY'),
    )
    const mad = event('DTSTART:20161201T180000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')
    const { free, left } = await read([...daily, mad].join('\r\n'))
    expect(left).toBe(1)
    expect(Object.keys(free)).toHaveLength(400)
  })

  it('is refused where the file is no calendar', async () => {
    for (const text of ['', 'hello', '<html></html>', 'BEGIN:VCARD\r\nEND:VCARD'])
      await expect(
        readFreeMinutes(text, { today: '2026-11-30', timeZone: 'UTC', hours, pause: async () => {} }),
      ).rejects.toBeInstanceOf(NoCalendar)
  })
})
