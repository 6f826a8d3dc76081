/** Threads whose marks would lie over each other are one mark. */
export interface Cluster {
  /** Where its mark begins, in pixels below the top of the text. */
  readonly top: number
  /** In reading order. */
  readonly threads: readonly string[]
}

/** Gives the marks for threads at their heights: no two nearer to each other than `apart`, in pixels. */
export function clustersOf(
  heights: readonly { readonly thread: string; readonly top: number }[],
  apart: number,
): readonly Cluster[] {
  const clusters: { top: number; threads: string[] }[] = []
  for (const { thread, top } of heights.toSorted((a, b) => a.top - b.top)) {
    const last = clusters.at(-1)
    if (last && top - last.top < apart) last.threads.push(thread)
    else clusters.push({ top, threads: [thread] })
  }
  return clusters
}

/** Gives the thread that a press on a mark opens: of several the one behind that which is open already. */
export function nextOf({ threads }: Cluster, open: string | null): string | undefined {
  const at = open === null ? -1 : threads.indexOf(open)
  return threads[(at + 1) % threads.length]
}
