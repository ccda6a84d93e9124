import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank } from '#lib/notes/note.ts'
import { anyStudy } from './study.testing.ts'
import { emptyStudy, type StudyData } from '#lib/api/archive-file.ts'
import { mergeStudy, withChanges } from './merge-study.ts'

const card = { problem: '', numbers: '', choice: '', tradeOff: '', useWhen: '' }
const study = (data: Partial<StudyData>): StudyData => ({ ...emptyStudy, ...data })
const mark = (status: 'done' | 'queued', updatedAt: number) => ({
  readingId: 'a',
  status,
  minutesSpent: null,
  updatedAt,
})
const note = (markdown: string, updatedAt: number) => ({ readingId: 'a', markdown, card, createdAt: 1, updatedAt })
const merged = (mine: StudyData, theirs: StudyData) => withChanges(mine, mergeStudy(mine, theirs).changes)

describe('bringing an archive back', () => {
  it('into an empty account gives what was taken away', () => {
    fc.assert(
      fc.property(anyStudy, (theirs) => {
        const { versions, ...others } = merged(emptyStudy, theirs)
        const { versions: _, ...expected } = theirs
        expect(others).toEqual(expected)
        for (const version of theirs.versions)
          if (!isBlank(version)) expect(textsOf({ ...theirs, versions })).toContainEqual(textOf(version))
      }),
    )
  })

  it('into the account that it came from changes nothing', () => {
    fc.assert(
      fc.property(anyStudy, (mine) => {
        const { changes } = mergeStudy(mine, mine)
        expect(changes).toEqual(emptyStudy)
      }),
    )
  })

  it('twice changes nothing the second time', () => {
    fc.assert(
      fc.property(anyStudy, anyStudy, (mine, theirs) => {
        expect(mergeStudy(merged(mine, theirs), theirs).changes).toEqual(emptyStudy)
      }),
      { numRuns: 500 },
    )
  })

  it('the newest wins, from whichever side it comes', () => {
    expect(merged(study({ marks: [mark('done', 2)] }), study({ marks: [mark('queued', 1)] })).marks).toEqual([
      mark('done', 2),
    ])
    expect(merged(study({ marks: [mark('done', 1)] }), study({ marks: [mark('queued', 2)] })).marks).toEqual([
      mark('queued', 2),
    ])
    fc.assert(
      fc.property(anyStudy, anyStudy, (mine, theirs) => {
        for (const row of merged(mine, theirs).marks) {
          const times = [...mine.marks, ...theirs.marks]
            .filter(({ readingId }) => readingId === row.readingId)
            .map(({ updatedAt }) => updatedAt)
          expect(row.updatedAt).toBe(Math.max(...times))
        }
      }),
    )
  })

  it('of two texts of a note the older stays among its versions', () => {
    const { changes, counts } = mergeStudy(study({ notes: [note('new', 5)] }), study({ notes: [note('old', 3)] }))
    expect(changes.notes).toEqual([])
    expect(changes.versions).toEqual([{ readingId: 'a', markdown: 'old', card, savedAt: 3 }])
    expect(counts.notes).toEqual({ added: 0, changed: 0, kept: 1 })
  })

  it('loses no word of either side', () => {
    fc.assert(
      fc.property(anyStudy, anyStudy, (mine, theirs) => {
        const after = textsOf(merged(mine, theirs))
        for (const text of [...textsOf(mine), ...textsOf(theirs)]) expect(after).toContainEqual(text)
      }),
      { numRuns: 500 },
    )
  })

  it('says what it would do before it does it', () => {
    const mine = study({ marks: [mark('done', 2)] })
    const theirs = study({ marks: [mark('queued', 3), { ...mark('done', 1), readingId: 'b' }] })
    expect(mergeStudy(mine, theirs).counts.marks).toEqual({ added: 1, changed: 1, kept: 0 })
  })
})

const textOf = ({ readingId, markdown, card }: StudyData['versions'][number] | StudyData['notes'][number]) => ({
  readingId,
  markdown,
  card,
})
function textsOf({ notes, versions }: StudyData) {
  return [...notes, ...versions].filter((one) => !isBlank(one)).map(textOf)
}
