import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKey, normaliseUrl } from './same-address.ts'

/** Each line: spellings of one address, all of which lead to the same thing. */
const same: string[][] = [
  ['http://www.Example.org:80/a//b/index.html', 'https://example.org/a/b/', 'https://EXAMPLE.org./a/b'],
  ['https://x.org/a?utm_source=list&b=2&a=1', 'https://x.org/a?a=1&b=2&fbclid=z', 'https://x.org/a/?b=2&a=1&ref=hn'],
  ['https://x.org/%7Ejeff/caf%C3%A9', 'https://x.org/~jeff/café'],
  ['https://x.org/a#', 'https://x.org/a#:~:text=scale', 'https://x.org/a#top', 'https://x.org/a?'],
  ['https://x.org/a#part:~:text=scale', 'https://x.org/a#part'],
  [
    'https://www.youtube.com/watch?v=FuP1Fvrv6ZQ',
    'https://youtu.be/FuP1Fvrv6ZQ?si=abc',
    'http://youtu.be/FuP1Fvrv6ZQ?t=120',
    'https://m.youtube.com/watch?v=FuP1Fvrv6ZQ&t=120s',
    'https://www.youtube.com/watch?feature=youtu.be&v=FuP1Fvrv6ZQ&list=RDx&index=11',
    'https://www.youtube-nocookie.com/embed/FuP1Fvrv6ZQ',
    'https://www.youtube.com/live/FuP1Fvrv6ZQ?si=x#t=3',
  ],
  [
    'https://arxiv.org/abs/1704.00411',
    'https://arxiv.org/pdf/1704.00411.pdf',
    'http://arxiv.org/pdf/1704.00411v2',
    'https://export.arxiv.org/abs/1704.00411v1',
    'https://ar5iv.labs.arxiv.org/html/1704.00411',
  ],
  ['https://arxiv.org/abs/cs.DC/0701001', 'https://arxiv.org/pdf/cs.DC/0701001v3.pdf'],
  [
    'https://doi.org/10.1145/3037697.3037750',
    'http://dx.doi.org/10.1145/3037697.3037750?casa_token=x',
    'https://dl.acm.org/doi/10.1145/3037697.3037750',
    'https://dl.acm.org/doi/pdf/10.1145/3037697.3037750',
    'https://dl.acm.org/doi/abs/10.1145/3037697.3037750#sec-1',
  ],
  ['https://doi.org/10.1007/S00778-019-00566-7', 'https://doi.org/10.1007/s00778-019-00566-7'],
  [
    'https://github.com/Netflix/Hystrix',
    'https://github.com/netflix/hystrix#readme',
    'https://github.com/Netflix/Hystrix?tab=readme-ov-file#readme-ov-file',
    'https://github.com/Netflix/Hystrix.git',
    'https://github.com/Netflix/Hystrix/tree/master',
    'https://github.com/Netflix/Hystrix/blob/master/README.md',
  ],
  [
    'https://en.wikipedia.org/wiki/Paxos_(computer_science)',
    'https://en.m.wikipedia.org/wiki/Paxos_%28computer_science%29',
  ],
  ['https://docs.google.com/document/d/1aB/edit?usp=sharing', 'https://docs.google.com/document/d/1aB/view'],
  ['https://www.amazon.com/Some-Title/dp/149195038x/ref=sr_1_1?keywords=x', 'https://amazon.com/gp/product/149195038X'],
  ['https://medium.com/@sarah/some-post?source=rss&sk=abc', 'https://medium.com/@sarah/some-post'],
  ['https://twitter.com/a/status/1?s=20&t=x', 'https://x.com/a/status/1'],
  ['https://queue.acm.org/detail.cfm?id=3096459&__s=dnkxuaws', 'https://queue.acm.org/detail.cfm?id=3096459'],
]

/** Each line: two addresses that lead to different things. */
const different: [string, string][] = [
  ['https://x.org/a', 'https://x.org/b'],
  ['https://x.org/a?page=1', 'https://x.org/a?page=2'],
  ['https://x.org/a?page=1', 'https://x.org/a'],
  ['https://x.org/a#one', 'https://x.org/a#two'],
  ['https://x.org/a#answers', 'https://x.org/a'],
  ['https://x.org/#/posts/1', 'https://x.org/#/posts/2'],
  ['https://x.org/A', 'https://x.org/a'],
  ['https://x.org:8080/a', 'https://x.org/a'],
  ['https://x.org/a%2Fb', 'https://x.org/a/b'],
  ['https://x.org/a?t=1', 'https://x.org/a?t=2'],
  ['https://x.org/a?source=1', 'https://x.org/a'],
  ['https://x.org/a#readme', 'https://x.org/a'],
  ['https://blog.x.org/a', 'https://x.org/a'],
  ['https://www.youtube.com/watch?v=FuP1Fvrv6ZQ', 'https://www.youtube.com/watch?v=fup1fvrv6zq'],
  ['https://www.youtube.com/playlist?list=PL1', 'https://www.youtube.com/playlist?list=PL2'],
  ['https://youtu.be/', 'https://youtube.com/watch?v='],
  ['https://arxiv.org/abs/1704.00411', 'https://arxiv.org/abs/1704.00412'],
  ['https://doi.org/10.1145/1', 'https://doi.org/10.1145/2'],
  ['https://github.com/netflix/hystrix/wiki', 'https://github.com/netflix/hystrix'],
  ['https://github.com/netflix/hystrix#usage', 'https://github.com/netflix/hystrix'],
  ['https://github.com/a/b/blob/main/Docs.md', 'https://github.com/a/b/blob/main/docs.md'],
  ['https://queue.acm.org/detail.cfm?id=1', 'https://queue.acm.org/detail.cfm?id=2'],
]

describe('an address', () => {
  test.each(same)('%s is one with its other spellings', (...spellings) => {
    expect(new Set(spellings.map(normaliseUrl)), spellings.join('\n')).toHaveLength(1)
    expect(normaliseUrl(spellings[0] ?? '')).not.toBeNull()
  })

  test.each(different)('%s is not %s', (a, b) => expect(normaliseUrl(a)).not.toBe(normaliseUrl(b)))

  test.each(['', 'mailto:a@x.org', 'javascript:alert(1)', '/a', 'https://', 'https://me:pw@x.org/a'])(
    '"%s" is none that can be used',
    (address) => expect(normaliseUrl(address)).toBeNull(),
  )

  test('a Medium post is known by its own id, whoever publishes it', () => {
    expect(addressKey('https://medium.com/netflix-techblog/evcache-7bcc457012f1?source=x')).toBe('post:7bcc457012f1')
    expect(addressKey('https://netflixtechblog.com/caching-for-a-global-netflix-7bcc457012f1')).toBe(
      'post:7bcc457012f1',
    )
    expect(addressKey('https://x.org/released-2024010112')).toBe('x.org/released-2024010112')
  })

  test('normalising twice is normalising once, and no text makes it throw', () => {
    const known = fc.constantFrom(...same.flat(), ...different.flat())
    const changed = fc.tuple(
      known,
      fc.constantFrom('', '/', '.git', '/edit', '?si=1', '#readme', '&ref=x'),
      fc.string(),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withFragments: true, withQueryParameters: true }),
          fc.string(),
          changed.map(([a, b, c]) => a + b + c),
        ),
        (address) => {
          const once = normaliseUrl(address)
          if (once !== null) expect(normaliseUrl(`https://${once}`)).toBe(once)
        },
      ),
    )
  })
})
