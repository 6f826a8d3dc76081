/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The pages are built by whoever starts Sluice; types are checked by `npm run check`, not on their machine.
  typescript: { ignoreBuildErrors: true },
  // Every picture is our own and already small: nothing to optimise, and no image endpoint to guard.
  images: { unoptimized: true },
  devIndicators: false,
  agentRules: false,
}
