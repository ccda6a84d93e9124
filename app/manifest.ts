import type { MetadataRoute } from 'next'

/** What a phone needs to put the app on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Loadpath: how large systems scale',
    short_name: 'Loadpath',
    description: 'Readings by the engineers who run large systems, and a study plan with dates.',
    start_url: '/today',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    categories: ['education', 'productivity'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    // What a phone's share menu sends: a page's address, title and selected words.
    share_target: { action: '/add', method: 'get', params: { title: 'title', text: 'text', url: 'url' } },
    shortcuts: [
      { name: 'Today', url: '/today' },
      { name: 'Search', url: '/search' },
    ],
  }
}
