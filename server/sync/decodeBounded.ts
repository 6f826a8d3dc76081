import { type decodeUpdate, decodeUpdateV2, UpdateDecoderV1 } from 'yjs'

/** What one update may bring: a long story has some ten thousand pieces, and everyone waits while they are read. */
const STRUCTS_MAX = 100_000
/** Deleted ranges come whole with every exchange, so a long life shows here. */
const RANGES_MAX = 500_000

/** An update has more pieces than any story. */
export class TooMuch extends Error {
  override name = 'TooMuch'
}

/** Reads an update (version 1) without applying it. Throws `TooMuch` in time, or what Yjs throws on broken bytes. */
export function decodeBounded(update: Uint8Array): ReturnType<typeof decodeUpdate> {
  return decodeUpdateV2(update, CountingDecoder)
}

/** Yjs asks for one of these two for each piece: 16 MB can hold eight million. */
class CountingDecoder extends UpdateDecoderV1 {
  #structs = 0
  #ranges = 0

  override readInfo(): number {
    this.#structs += 1
    if (this.#structs > STRUCTS_MAX) throw new TooMuch()
    return super.readInfo()
  }

  override readDsClock(): number {
    this.#ranges += 1
    if (this.#ranges > RANGES_MAX) throw new TooMuch()
    return super.readDsClock()
  }
}
