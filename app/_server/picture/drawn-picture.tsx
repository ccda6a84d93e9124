import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import { inTurn } from '#lib/in-turn.ts'
import { drawable, PagePicture, type Picture } from './picture.tsx'

/** Pictures that are kept, of about 40 kB each. */
const MOST = 64

/** By what they show, the one asked for last at the end. A promise: of many who ask at once, one draws. */
const drawn = new Map<string, Promise<Buffer>>()

const fontFile = (name: string) => readFile(join(process.cwd(), 'app/_server/fonts', name))

/** The tag of a picture: the same for as long as the same is to be seen on it. */
export function pictureTag(shown: Picture): string {
  return createHash('sha256')
    .update(JSON.stringify(drawable(shown)))
    .digest('base64url')
}

/**
 * A picture as PNG, drawn once for what it shows and kept in this process; one is drawn at a time. Ask only for who may
 * see what it shows: what is kept knows nothing of people.
 */
export function drawnPicture(shown: Picture): Promise<Buffer> {
  const tag = pictureTag(shown)
  const kept = drawn.get(tag)
  const picture = kept ?? inTurn('picture', () => draw(shown))
  drawn.delete(tag)
  drawn.set(tag, picture)
  if (!kept) picture.catch(() => drawn.delete(tag))
  for (const oldest of drawn.keys()) {
    if (drawn.size <= MOST) break
    drawn.delete(oldest)
  }
  return picture
}

async function draw(shown: Picture): Promise<Buffer> {
  const [serif, sans] = await Promise.all([fontFile('newsreader-560.ttf'), fontFile('public-sans-450.ttf')])
  const image = new ImageResponse(<PagePicture {...drawable(shown)} />, {
    width: 1200,
    height: 630,
    fonts: [
      { name: 'Newsreader', data: serif, weight: 600, style: 'normal' },
      { name: 'Public Sans', data: sans, weight: 400, style: 'normal' },
    ],
  })
  return Buffer.from(await image.arrayBuffer())
}
