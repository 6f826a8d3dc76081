import type { Actor } from '#lib/domain/roles.ts'
import type { Attachment } from '#server/sync/attachment.ts'
import { ListSubscribers } from '#server/sync/lists.ts'
import { startServer } from '#tests/support/sync.ts'
import { act } from './commands.ts'
import { fillWith, type FilledWorkspace, type Run } from './workspace.ts'

/** So many commands are measured at a time; as many before them warm up. */
const COMMANDS = 1_000

/**
 * Gives, for each number of people, the CPU milliseconds of this process for one command: judged, committed to SQLite,
 * taken over, and made into the bytes that everybody's lists get. The sockets' own work is not in it.
 */
export async function measureDeciding(
  stories: number,
  crowds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const server = await startServer()
  try {
    const workspace = (await server.workspaces.open('w1'))!
    const actor = (await server.auth.actorIn('w1', 'ana'))!
    const run: Run = async (command) => {
      const result = await workspace.run(actor, command)
      if (!result.ok) throw new Error(`${command.type} was refused: ${result.code}`)
      return result
    }
    const filled = await fillWith(run, workspace.id, stories)
    const found = new Map<number, number>()
    for (const people of crowds) {
      const lists = new ListSubscribers(workspace)
      for (const attachment of attachments(people, filled, actor)) {
        lists.subscribe(attachment, filled.seq)
      }
      await runMany(run, filled, `warm-${people}`)
      const before = process.cpuUsage()
      await runMany(run, filled, `measured-${people}`)
      const { user, system } = process.cpuUsage(before)
      found.set(people, (user + system) / 1_000 / COMMANDS)
      lists.close()
    }
    return found
  } finally {
    await server.stop()
  }
}

async function runMany(run: Run, filled: FilledWorkspace, name: string): Promise<void> {
  for (let index = 0; index < COMMANDS; index += 1) {
    await run({ id: `${name}-${index}`, ...act(filled) })
  }
}

/** Everybody follows every list, as a board and its sidebar do. */
function attachments(people: number, { lists }: FilledWorkspace, actor: Actor): Attachment[] {
  return Array.from({ length: people }, () =>
    lists.map((name) => ({ name, actor, sendStateless: () => {} }) as unknown as Attachment),
  ).flat()
}
