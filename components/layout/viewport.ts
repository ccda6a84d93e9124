import type { Viewport } from 'next'

/** The browser's own bars take the colour of the paper; a theme chosen here they cannot know. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#17191d' },
  ],
}
