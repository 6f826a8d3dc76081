import type { MetadataRoute } from 'next'
import type { TextsIn } from '#components/language/messages.ts'
import { directionOf, type Language } from '#lib/language/languages.ts'

/**
 * What a device needs to install Sluice as an app, in a language. It cannot know a workspace: `/go/…` leads into the one the
 * person was in last (server/api/doorway.ts, offline public/sw.js). The colours of the window in light and dark are the pages'
 * own (app/layout.tsx).
 */
export function manifest(language: Language, t: TextsIn<'pages'>): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Sluice',
    short_name: 'Sluice',
    description: t('app.description'),
    lang: language,
    dir: directionOf(language),
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
      shortcut(t('app.capture'), 'capture'),
      shortcut(t('app.inbox'), 'inbox'),
      shortcut(t('app.refine'), 'refine'),
    ],
    share_target: {
      action: '/go/capture',
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  }
}

function shortcut(name: string, page: string) {
  return {
    name,
    url: `/go/${page}`,
    icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
  }
}
