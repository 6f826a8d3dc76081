import type { TextsIn } from '#components/language/messages.ts'

/** Gives a browser's own description as people would say it: "Chrome on Windows". Unknown ones are given as they are. */
export function deviceName(t: TextsIn<'settings.devices'>, description: string): string {
  const browser = BROWSERS.find(([, sign]) => sign.test(description))?.[0]
  const system = SYSTEMS.find(([, sign]) => sign.test(description))?.[0]
  if (!browser && !system) return description || t('unnamed')
  const name = browser ?? t('someBrowser')
  return system ? t('on', { browser: name, system }) : name
}

/** The first that fits: most browsers also name those they descend from. */
const BROWSERS: readonly [string, RegExp][] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
]

const SYSTEMS: readonly [string, RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]
