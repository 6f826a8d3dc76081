import { defineAction, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { Policy } from '#lib/domain/policy.ts'

export const setPolicy = defineAction<{
  readonly client: Pick<WorkspaceClient, 'me' | 'send' | 'area'>
  readonly policy: Policy
}>({
  id: 'policy.set',
  group: 'Settings',
  keysOnly: true,
  run: ({ client, policy }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'setPolicy', policy },
      textsOf('settings')('ready.saved'),
    ),
})
