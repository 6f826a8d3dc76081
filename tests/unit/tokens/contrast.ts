/** Reads the token file and computes WCAG contrast from OKLCH, the way a browser paints it (clipped to sRGB). */
export type Theme = 'light' | 'dark'
export type Oklch = readonly [lightness: number, chroma: number, hue: number]

/** Gives a function from a token's name (without `--color-`) to its colour in that theme. Throws for a name that is missing. */
export function tokensOf(css: string, theme: Theme): (name: string) => Oklch {
  const light = colours(css.slice(0, css.indexOf("[data-theme='dark']")))
  const dark = colours(css.slice(css.indexOf("[data-theme='dark']")))
  return (name) => {
    const colour = (theme === 'dark' ? dark.get(name) : undefined) ?? light.get(name)
    if (!colour) throw new Error(`No token --color-${name}`)
    return colour
  }
}

function colours(css: string): Map<string, Oklch> {
  const found = css.matchAll(/--color-([a-z0-9-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)
  return new Map([...found].map(([, name, l, c, h]) => [name!, [Number(l), Number(c), Number(h)]]))
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(a: Oklch, b: Oklch): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Oklch): number {
  const [r, g, b] = linearSrgb(colour).map((channel) => {
    // Through 8 bits, as it is painted.
    const painted = Math.round(encode(Math.min(1, Math.max(0, channel))) * 255) / 255
    return painted <= 0.04045 ? painted / 12.92 : ((painted + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function encode(linear: number): number {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
}

/** https://bottosson.github.io/posts/oklab/ */
function linearSrgb([lightness, chroma, hue]: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}
