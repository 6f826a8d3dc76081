/**
 * Gives text as a stream of bytes, made as fast as it is read and no faster. Rejects when not even the first piece can be
 * made: then there is an answer to give. Later it is too late for one: `breakOff` has to cut the connection, so that half
 * a file is never taken for a whole one.
 */
export async function streamOf(
  pieces: AsyncGenerator<string>,
  breakOff: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  let ahead: Promise<IteratorResult<string>> | null = Promise.resolve(await pieces.next())
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await (ahead ?? pieces.next())
        ahead = null
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        breakOff(error)
        controller.close()
      }
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
