import { areaList } from '#lib/domain/lists.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { Viewer } from '#tests/load/viewer.ts'

/** So many are on their way at once: as a paste of many lines. */
const WAVE = 200

/**
 * Fills a board over the socket: `wayOf` gives what is done for each of so many stories, in order. Throws when something is
 * refused.
 */
export async function fillBoard(
  { url, workspace, token }: { url: string; workspace: string; token: string },
  stories: number,
  wayOf: (index: number) => readonly NewCommand[],
): Promise<void> {
  const viewer = new Viewer({
    url: `${url.replace('http', 'ws')}/sync/${workspace}`,
    token,
    lists: [areaList(workspace)],
    since: 0,
  })
  await viewer.ready
  let commands = 0
  const numbers = Array.from({ length: stories }, (_, index) => index)
  while (numbers.length > 0) {
    const answers = await Promise.all(
      numbers
        .splice(0, WAVE)
        .flatMap((index) =>
          wayOf(index).map((command) =>
            viewer.send({ id: `fill-${workspace}-${(commands += 1)}`, ...command }),
          ),
        ),
    )
    const refused = answers.find(({ ok }) => !ok)
    if (refused) throw new Error(`The board could not be filled: ${JSON.stringify(refused)}`)
  }
  viewer.close()
}
