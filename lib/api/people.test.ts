import { describe, expect, test } from 'vitest'
import { email, signUpBody } from './accounts.ts'
import { line } from './common.ts'

const nameOf = (name: string) => line(80).safeParse(name)

describe('a name', () => {
  test.each(['\u200b', '\u2800', '\u3164', '\u00ad', '\u202e', '\u200b \u2060', '\u202e\u2066'])(
    'of nothing that can be seen (%j) is refused',
    (name) => expect(nameOf(name).success).toBe(false),
  )

  test.each(['王芳', 'İlkan Coşkun', 'می\u200cخواهم', '👩\u200d💻', 'O’Neill', 'ㅤ김'])('%s is taken as it is', (name) =>
    expect(nameOf(name).data).toBe(name),
  )

  test('loses the signs that would turn the words after it around', () => {
    expect(nameOf('Ana\u202e Lee\u2066').data).toBe('Ana Lee')
  })
})

describe('an e-mail address', () => {
  test.each([
    [' Ana@Example.ORG ', 'ana@example.org'],
    ['ana@пример.рф', 'ana@xn--e1afmkfd.xn--p1ai'],
    ['ana@xn--e1afmkfd.xn--p1ai', 'ana@xn--e1afmkfd.xn--p1ai'],
    ['用户@例子.中国', '用户@xn--fsqu00a.xn--fiqs8s'],
  ])('%s is kept as %s', (given, kept) => expect(email.parse(given)).toBe(kept))

  test.each([
    'ana',
    'ana@',
    '@x.org',
    'ana@x',
    'a b@x.org',
    'ana@x.org/a',
    'ana@x.org:80',
    'ana@b@x.org',
    'ana\u200b@x.org',
  ])('%j is none', (given) => expect(email.safeParse(given).success).toBe(false))

  test('is refused in words, on its field', () => {
    const result = signUpBody.safeParse({ name: 'Ana', email: 'nope', password: 'correct horse battery staple' })
    expect(result.error?.issues[0]).toMatchObject({
      path: ['email'],
      message: expect.stringContaining('name@example.org'),
    })
  })
})
