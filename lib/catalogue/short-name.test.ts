import { expect, it } from 'vitest'
import { shortTopicName } from './short-name.ts'

it('a topic is told shortly beside its section', () => {
  expect(shortTopicName('HTTP Caching (Reverse Proxy, CDN)', 'Scalability')).toBe('HTTP Caching')
  expect(shortTopicName('Performance Optimization on Video, Image, Page Load', 'Performance')).toBe(
    'Video, Image, Page Load',
  )
  expect(shortTopicName('Performance Testing', 'Performance')).toBe('Performance Testing')
  expect(shortTopicName('"What Happens When... and How" Questions', 'Interview')).toBe(
    'What Happens When... and How Questions',
  )
})
