/** What a browser may be told to draw. SVG is not among them: it is a document that can run scripts. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'

/** A picture as its first bytes describe it; sizes in pixels. */
export interface SniffedPicture {
  readonly type: PictureType
  readonly width: number
  readonly height: number
}

/** So many bytes from the start are enough to judge a file, in bytes: photographs carry their previews in front. */
export const SNIFFED_BYTES = 512 * 1024

/** Gives what picture the first bytes of a file are, whatever it is called; null for everything else, broken ones too. */
export function sniffPicture(bytes: Uint8Array): SniffedPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    for (const read of [readPng, readGif, readWebp, readJpeg, readAvif]) {
      const found = read(view)
      if (found) return found.width > 0 && found.height > 0 ? found : null
    }
  } catch (error) {
    // It ends where more was promised.
    if (!(error instanceof RangeError)) throw error
  }
  return null
}

/** PNG, third edition, 5.2 and 11.2.1: the signature, and a header chunk that must come first. */
function readPng(view: DataView): SniffedPicture | null {
  if (!hasText(view, 1, 'PNG\r\n\u001a\n') || view.getUint8(0) !== 0x89) return null
  if (!hasText(view, 12, 'IHDR')) return null
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function readGif(view: DataView): SniffedPicture | null {
  if (!hasText(view, 0, 'GIF87a') && !hasText(view, 0, 'GIF89a')) return null
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** RFC 9649: the first chunk is lossy (VP8), lossless (VP8L) or extended (VP8X), each with the size at its own place. */
function readWebp(view: DataView): SniffedPicture | null {
  if (!hasText(view, 0, 'RIFF') || !hasText(view, 8, 'WEBP')) return null
  const type = 'image/webp'
  if (hasText(view, 12, 'VP8X')) {
    const size = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536 + 1
    return { type, width: size(24), height: size(27) }
  }
  if (hasText(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (!hasText(view, 12, 'VP8 ')) return null
  return {
    type,
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  }
}

/** ITU T.81, B.1.1: segments up to the one that begins a frame, which has the size. */
function readJpeg(view: DataView): SniffedPicture | null {
  if (view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return null
  for (let at = 2; at < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (beginsFrame(marker)) {
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    } else at += 2 + Math.max(view.getUint16(at + 2), 2)
  }
  return null
}

/** C0 to CF begin a frame, but for DHT, JPG and DAC. */
function beginsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** ISO/IEC 23008-12: a file type box that names AVIF, and the first `ispe` property behind it. */
function readAvif(view: DataView): SniffedPicture | null {
  if (!hasText(view, 4, 'ftyp')) return null
  const end = Math.min(view.getUint32(0), view.byteLength)
  let isAvif = false
  for (let at = 8; at + 4 <= end; at += 4) {
    if (hasText(view, at, 'avif') || hasText(view, at, 'avis')) isAvif = true
  }
  if (!isAvif) return null
  for (let at = end; at + 16 <= view.byteLength; at += 1) {
    if (!hasText(view, at, 'ispe')) continue
    return { type: 'image/avif', width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
  }
  return null
}

function hasText(view: DataView, at: number, text: string): boolean {
  if (at + text.length > view.byteLength) return false
  for (let index = 0; index < text.length; index += 1) {
    if (view.getUint8(at + index) !== text.charCodeAt(index)) return false
  }
  return true
}
