import { expect, test } from 'vitest'
import { robotsText, sitemapXml } from './sitemap.ts'

test('robots are told what is private, and the sitemap only where the server knows its own address', () => {
  expect(robotsText(null)).toContain('Disallow: /plans')
  expect(robotsText(null)).not.toContain('Sitemap')
  expect(robotsText('https://read.example')).toContain('Sitemap: https://read.example/sitemap.xml')
})

test('a sitemap names each page by its whole address', () => {
  expect(sitemapXml('https://read.example', ['/', '/readings/a'])).toContain(
    '<url><loc>https://read.example/</loc></url>\n<url><loc>https://read.example/readings/a</loc></url>',
  )
})
