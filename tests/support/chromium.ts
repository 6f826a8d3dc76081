import { findSystemChromium } from '../../bin/setup/chromium.mjs'

/** The system's browser, or undefined: Playwright then takes the one it has downloaded. */
export function chromiumPath(): string | undefined {
  return findSystemChromium() ?? undefined
}

/** How the tests start Chromium: without a sandbox (they may run as root in a container), and without calls home. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const
