import { expect } from 'vitest'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { ClientBench } from './clientBench.ts'
import { isReady, until } from './clientDevice.ts'

/** Sends commands one after the other and waits for the server's answer to each. */
export async function done(client: WorkspaceClient, ...commands: NewCommand[]): Promise<void> {
  for (const command of commands) {
    const sent = client.send(command)
    const answer = sent.ok ? await sent.settled : sent
    expect(answer, command.type).toEqual({ ok: true })
  }
}

/** The commands that bring an idea to Ready, complete or not. */
export const toReady = (story: string): NewCommand[] => [
  { type: 'startRefining', story },
  { type: 'markReady', story, confirmed: true },
]

/**
 * Ana's workspace with two ready stories and a team, "Web", that has neither yet. Of Kim and Bo, who are members, only
 * Kim is in the team. Gives Ana's page.
 */
export async function withTeam(
  bench: ClientBench,
  { isPrivate = false } = {},
): Promise<WorkspaceClient> {
  for (const person of ['kim', 'bo']) await bench.server.addPerson(person)
  for (const story of ['s1', 's2']) await bench.server.capture(story, `Story ${story}`)
  const ana = bench.device().open()
  await storiesBecome(ana, 2)
  await done(
    ana,
    ...toReady('s1'),
    ...toReady('s2'),
    { type: 'createTeam', team: 'web', name: 'Web', isPrivate },
    { type: 'setTeamMember', team: 'web', member: 'kim', role: 'member' },
  )
  return ana
}

/** Waits until a page sees so many stories, wherever they are. */
export async function storiesBecome(client: WorkspaceClient, count: number): Promise<void> {
  await until(client.area, (view) => isReady(view) && view.stories.size === count)
}

/** Waits until the team's backlog has these stories, each with its step: `s1 doing`. */
export async function backlogBecomes(client: WorkspaceClient, stories: string[]): Promise<void> {
  await until(client.area, (view) => {
    const backlog = isReady(view) ? view.backlogs.get('web') : undefined
    const now = backlog?.stories.map(({ id, step }) => `${id} ${step}`)
    return backlog?.isLoaded === true && now?.join() === stories.join()
  })
}
