import type { Region, Thread } from '#lib/domain/talk/thread.ts'

/** A thread about a part of a picture, as it stands on the picture. */
export interface PicturePart {
  readonly thread: string
  readonly region: Region
  /** Its number on the picture: what people call it by. */
  readonly number: number
}

/** Gives the threads about parts of a picture that are open, and `shown`; what is resolved keeps its number. */
export function partsOf(
  threads: readonly Thread[],
  block: string,
  shown: string | null,
): readonly PicturePart[] {
  return threads
    .filter(({ anchor }) => anchor?.kind === 'image' && anchor.block === block)
    .flatMap(({ id, anchor, resolved }, index) =>
      anchor?.kind === 'image' && (resolved === null || id === shown)
        ? [{ thread: id, region: anchor.region, number: index + 1 }]
        : [],
    )
}

/** Gives the number of a thread on its picture; null where it is about no part of one. */
export function partNumber(threads: readonly Thread[], { id, anchor }: Thread): number | null {
  if (anchor?.kind !== 'image') return null
  const parts = partsOf(threads, anchor.block, id)
  return parts.find(({ thread }) => thread === id)?.number ?? null
}
