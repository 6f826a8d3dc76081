import type { Attachment } from '#server/sync/attachment.ts'
import { ListSubscribers } from '#server/sync/lists.ts'
import { startServer } from '#tests/support/sync.ts'

/** So many moves are measured at a time; as many before them warm up and fill the inboxes. */
const MOVES = 640
/** They go over so many stories, one after the other. */
const FOLLOWED = 40

/**
 * Gives the CPU milliseconds of this process for one move of a story in a workspace of `stories`, by how many people
 * follow it: decided, stored with what everybody's inbox holds of it, and made into the bytes of their inboxes. Three people
 * take turns, so that no move takes back one's own.
 */
export async function measureFollowed(
  stories: number,
  crowds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const costs = new Map<number, number>()
  for (const people of crowds) costs.set(people, await measure(stories, people))
  return costs
}

async function measure(stories: number, people: number): Promise<number> {
  const server = await startServer()
  try {
    const ids = Array.from({ length: people }, (_, index) => `follower${index}`)
    for (const id of ids) await server.addPerson(id)
    const workspace = (await server.workspaces.open('w1'))!
    const actorOf = async (id: string) => (await server.auth.actorIn('w1', id))!
    const actors = await Promise.all(['ana', ...ids].map(actorOf))
    let commands = 0
    const run = async (who: number, command: object) => {
      const id = `followed-${(commands += 1)}`
      const result = await workspace.run(actors[who % actors.length]!, { id, ...command })
      if (!result.ok) throw new Error(result.message)
    }
    for (let index = 0; index < stories; index += 1) {
      await run(0, { type: 'captureStory', story: `s${index}`, title: `As a user I want ${index}` })
    }
    for (const who of ids.keys()) {
      for (let index = 0; index < FOLLOWED; index += 1) {
        await run(who + 1, { type: 'watchStory', story: `s${index}` })
      }
    }
    const lists = new ListSubscribers(workspace)
    for (const actor of actors) {
      for (const name of ['area:w1', `inbox:${actor.id}`]) {
        lists.subscribe({ name, actor, sendStateless: () => {} } as unknown as Attachment, 0)
      }
    }
    const moveAll = async () => {
      for (let index = 0; index < MOVES; index += 1) {
        const there = Math.floor(index / FOLLOWED) % 2 === 0
        const type = there ? 'startRefining' : 'returnToIdea'
        await run(index % 3, { type, story: `s${index % FOLLOWED}` })
      }
    }
    await moveAll()
    const before = process.cpuUsage()
    await moveAll()
    const { user, system } = process.cpuUsage(before)
    lists.close()
    return (user + system) / 1_000 / MOVES
  } finally {
    await server.stop()
  }
}
