/** How large a picture is as it is drawn, in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

const KEPT_AS = 'sluice:picture-sizes'
const KEPT_MAX = 400

/** What this device has seen of pictures that do not say how large they are; read when the first of them is drawn. */
let seen: Map<string, PictureSize> | null = null

/**
 * Gives how large a picture is, before it is loaded: what its block says, else what this device saw when it last drew the file;
 * null for one that it has never drawn.
 */
export function pictureSize({
  file,
  naturalWidth,
  naturalHeight,
}: Readonly<Record<string, unknown>>): PictureSize | null {
  if (typeof naturalWidth === 'number' && typeof naturalHeight === 'number')
    return { width: naturalWidth, height: naturalHeight }
  return (typeof file === 'string' && sizes().get(file)) || null
}

/** Keeps how large a file is on this device. The document is not touched: to look at a story is no edit of it. */
export function rememberSize(file: string, size: PictureSize): void {
  if (size.width === 0 || size.height === 0) return
  const all = sizes()
  all.set(file, size)
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify([...all].slice(-KEPT_MAX)))
  } catch {
    // A browser that keeps nothing makes room once the picture is there.
  }
}

/** Gives the room that a block of this kind takes, as the properties that the style sheet reads. */
export function roomFor(
  attrs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const size = pictureSize(attrs)
  if (!size) return {}
  const width = typeof attrs.width === 'number' ? `${attrs.width}%` : `${size.width}px`
  return { '--picture-width': width, '--picture-ratio': `${size.width} / ${size.height}` }
}

function sizes(): Map<string, PictureSize> {
  seen ??= new Map(kept())
  return seen
}

function kept(): readonly (readonly [string, PictureSize])[] {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]')
    return Array.isArray(rows) ? rows.filter(isRow) : []
  } catch {
    return []
  }
}

function isRow(row: unknown): row is [string, PictureSize] {
  if (!Array.isArray(row) || typeof row[0] !== 'string') return false
  const { width, height } = (row[1] ?? {}) as Partial<PictureSize>
  return typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0
}
