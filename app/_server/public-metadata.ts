import type { Metadata } from 'next'
import { getPageFacts } from '#db/queries/catalogue/page-facts.ts'
import { publicOrigin } from './public-origin.ts'

/**
 * What the head of a public page says: title, description, and where `PUBLIC_URL` says how this server is reached, its
 * one true address and the picture that a chat shows of it. Never from what a request says of its host.
 * @param path of the page, the same for everybody who opens it.
 */
export async function publicMetadata(path: string): Promise<Metadata> {
  const facts = await getPageFacts(path)
  if (!facts) return { title: 'Nothing here' }
  const { title, description } = facts
  const origin = publicOrigin()
  const address = origin === null ? undefined : `${origin}${path === '/' ? '' : path}`
  const images =
    origin === null ? [] : [{ ...size, url: `${origin}/preview${path === '/' ? '/home' : path}`, alt: title }]
  return {
    title: path === '/' ? { absolute: `Loadpath: ${title}` } : title,
    description,
    alternates: { canonical: address },
    openGraph: { type: 'website', siteName: 'Loadpath', title, description, url: address, images },
    twitter: { card: origin === null ? 'summary' : 'summary_large_image', title, description, images },
  }
}

const size = { width: 1200, height: 630 }
