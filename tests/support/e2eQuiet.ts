import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { AppServer } from './e2eServer.ts'

const DAY = 86_400_000

/** Lets days go by in a workspace, as though all that happened to these stories had happened so long ago. */
export async function letRest(
  server: AppServer,
  workspace: string,
  days: number,
  ...keys: readonly string[]
): Promise<void> {
  await server.kill()
  const database = new DatabaseSync(join(server.dataDir, 'sluice.db'))
  const stories = database
    .prepare('select id, state from stories where workspace = ?')
    .all(workspace) as { id: string; state: string }[]
  for (const { id, state } of stories) {
    const story = JSON.parse(state)
    if (!keys.includes(story.key)) continue
    for (const field of ['capturedAt', 'enteredStageAt', 'activeAt']) story[field] -= days * DAY
    if (typeof story.completedAt === 'number') story.completedAt -= days * DAY
    database
      .prepare('update stories set state = ? where workspace = ? and id = ?')
      .run(JSON.stringify(story), workspace, id)
    database
      .prepare(
        `update events set at = at - ?, body = json_set(body, '$.at', at - ?)
         where workspace = ? and story = ?`,
      )
      .run(days * DAY, days * DAY, workspace, id)
  }
  database.close()
  await server.startAgain()
}
