import {
  defineAction,
  type Outcome,
  sendUndoably,
  type Workplace,
} from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import { must } from '#lib/domain/must.ts'
import { shortName, type Story, TRASH_DAYS } from '#lib/domain/story.ts'
import type { TrashList } from './trashList.ts'

/** The trash as it is shown, and the workspace it belongs to. */
export interface TrashPlace {
  readonly client: Pick<WorkspaceClient, 'send' | 'area'>
  readonly list: TrashList
}

/** A story in the trash. */
export interface TrashTarget extends TrashPlace {
  readonly story: Story
  /** Why this person cannot restore it; else null. */
  readonly refusal: string | null
}

/** ST7: back to where it was. Taken back, it is in the trash again. */
export const restoreTrashed = defineAction<TrashTarget>({
  id: 'trash.restore',
  group: 'Trash',
  when: ({ refusal }) => refusal ?? true,
  run: ({ story, ...place }): Outcome =>
    sendUndoably(
      workplaceOf(place, story),
      { type: 'restoreStory', story: story.id },
      textsOf('history')('said.untrashed', { story: shortName(story) }),
    ),
})

/** ST7: removes for good, which cannot be undone: whoever runs it has asked before. `story: null`: all that is due. */
export const removeForGood = defineAction<TrashPlace & { readonly story: Story | null }>({
  id: 'trash.purge',
  group: 'Trash',
  run: ({ client, list, story }): Outcome => {
    const sent = client.send({ type: 'purgeTrash', ...(story && { only: story.id }) })
    if (!sent.ok) return sent
    if (story) void list.leave(story.id, sent.settled)
    else void sent.settled.then(() => list.refresh())
    const t = textsOf('history')
    const said = story
      ? t('said.purged', { story: shortName(story) })
      : t('said.purgedOld', { days: TRASH_DAYS })
    return { ok: true, said }
  },
})

/** What is sent leaves the list at once, before the server has answered. */
function workplaceOf({ client, list }: TrashPlace, story: Story): Workplace {
  return {
    send: (command) => {
      const sent = client.send(command)
      if (sent.ok) void list.leave(story.id, sent.settled)
      return sent
    },
    area: () => {
      const view = client.area.get()
      return must(view.phase === 'ready' ? view : null, 'the workspace of a trash that is shown')
    },
  }
}
