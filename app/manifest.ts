import type { MetadataRoute } from 'next'

/** What a device needs to install Sluice as an app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Sluice',
    short_name: 'Sluice',
    description: 'Where a team refines ideas into stories that are ready to build.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fafafb',
    theme_color: '#fafafb',
    categories: ['productivity', 'business'],
    icons: [
      { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Refinement', url: '/', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    ],
  }
}
