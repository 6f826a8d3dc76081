/** After code could not be fetched it is asked for again, ms. */
const AGAIN_MS = 3_000

/** Fetches code, and asks again until it is there. Never settles once it is over. */
export async function untilLoaded<Code>(
  load: () => Promise<Code>,
  isOver: () => boolean,
): Promise<Code> {
  while (!isOver()) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
  return new Promise<never>(() => {})
}
