/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The server has its own Yjs; a second copy in the pages' bundle would break `instanceof` between the two.
  serverExternalPackages: ['yjs', 'y-protocols', 'lib0'],
  turbopack: {
    rules: {
      '*.json': {
        condition: { path: /messages\/\w+\/\w+\.json$/ },
        loaders: ['./bin/setup/messagesLoader.mjs'],
        as: '*.js',
      },
    },
    // Texts arrive taken apart: only what fills them in is part of the pages.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  // The pages are built by whoever starts Sluice; types are checked by `npm run check`, not on their machine.
  typescript: { ignoreBuildErrors: true },
  // Every picture is our own and already small: nothing to optimise, and no image endpoint to guard.
  images: { unoptimized: true },
  devIndicators: false,
  agentRules: false,
}
