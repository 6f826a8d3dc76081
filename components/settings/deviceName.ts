/** Gives a browser's own description as people would say it: "Chrome on Windows". Unknown ones are given as they are. */
export function deviceName(description: string): string {
  const browser = BROWSERS.find(([, sign]) => sign.test(description))?.[0]
  const system = SYSTEMS.find(([, sign]) => sign.test(description))?.[0]
  if (!browser && !system) return description || 'An unnamed device'
  return [browser ?? 'A browser', system].filter(Boolean).join(' on ')
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
