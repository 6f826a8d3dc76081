import { defineAction, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'

/** Writes a new template of the workspace. */
export const createTemplate = defineAction<{
  readonly client: Pick<WorkspaceClient, 'me' | 'send' | 'area'>
  /** The new template's id. */
  readonly id: string
  readonly name: string
  readonly content: string
  /** Where it is created its row is seen at once; anywhere else it is said. */
  readonly isSeen: boolean
}>({
  id: 'template.create',
  group: 'Settings',
  keysOnly: true,
  run: ({ client, id, name, content, isSeen }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'defineTemplate', template: id, name, content },
      textsOf('flow.said')('template', { name }),
      { quiet: isSeen },
    ),
})
