import localFont from 'next/font/local'

/** The interface's typeface. Next works out fallback metrics that match it, so that nothing moves when it arrives. */
export const sans = localFont({
  src: '../../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--font-sans',
})

/** The typeface of titles and notes. */
export const serif = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--font-serif',
  adjustFontFallback: 'Times New Roman',
})
