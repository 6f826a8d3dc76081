import {
  type Action,
  defineAction,
  type Outcome,
  sendUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { keepStory } from '#components/flow/keepStory.ts'
import { muteStory, voteForStory, watchStory } from '#components/flow/markActions.ts'
import { fieldActions } from '#components/flow/fieldActions.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { allowed, type AskingTarget } from '#components/flow/target.ts'
import { assignStory, reassignStory } from '#components/flow/teamActions.ts'
import { textsOf } from '#components/language/loaded.ts'
import { shortName } from '#lib/domain/story.ts'

/** What the actions of an open story act on; what they ask, they ask in the story. */
export interface StoryTarget extends AskingTarget {
  /** The address of the story's page. */
  readonly href: string
}

export const giveTitle = defineAction<StoryTarget & { readonly title: string }>({
  id: 'openStory.rename',
  group: 'Story',
  keysOnly: true,
  run: (target): Outcome | void => {
    const { story, title } = target
    if (title === story.title) return
    return sendUndoably(
      workplaceOf(target.client),
      { type: 'renameStory', story: story.id, title },
      textsOf('story')('said.renamed', { story: shortName(story) }),
    )
  },
})

export const trashStory = defineAction<StoryTarget>({
  id: 'openStory.trash',
  group: 'Story',
  words: 'delete remove',
  when: ({ client, story }) => allowed(client, { type: 'trashStory', story: story.id }),
  run: (target): Outcome =>
    sendUndoably(
      workplaceOf(target.client),
      { type: 'trashStory', story: target.story.id },
      textsOf('story')('said.trashed', { story: shortName(target.story) }),
    ),
})

/** Runs `told` when the address is on the clipboard; says so itself when the browser refuses. */
export const copyLink = defineAction<StoryTarget & { readonly told?: (copied: boolean) => void }>({
  id: 'openStory.copyLink',
  group: 'Story',
  words: 'share url address',
  run: ({ href, told }) => {
    void writeClipboard(new URL(href, location.origin).href).then(told)
    return told ? undefined : { ok: true, said: textsOf('story')('linkCopied') }
  },
})

/** The actions that the palette offers while a story is open. */
export const openStoryActions: readonly Action<StoryTarget>[] = [
  ...Object.values(storyMoves),
  assignStory,
  reassignStory,
  ...fieldActions,
  voteForStory,
  watchStory,
  muteStory,
  keepStory,
  copyLink,
  trashStory,
]

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
