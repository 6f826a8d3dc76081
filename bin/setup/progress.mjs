/**
 * Tells what is being done and, every ten seconds, that it still goes on.
 * @param {NodeJS.WritableStream} out where to tell it
 */
export function progressOn(out) {
  return {
    /** @param {string} line */
    say: (line) => void out.write(line + '\n'),
    /**
     * @template T
     * @param {string} what e.g. "Building the pages"
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    async during(what, work) {
      const began = Date.now()
      const seconds = () => Math.round((Date.now() - began) / 1000)
      out.write(`${what} …\n`)
      const beat = setInterval(() => out.write(`  … still at it (${seconds()} s)\n`), 10_000)
      try {
        const result = await work()
        out.write(`  done in ${seconds()} s\n`)
        return result
      } finally {
        clearInterval(beat)
      }
    },
  }
}

/** @typedef {ReturnType<typeof progressOn>} Progress */
