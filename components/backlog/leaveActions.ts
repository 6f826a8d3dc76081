import { defineAction, type Outcome } from '#components/actions/index.ts'
import type { Answers } from '#components/flow/moveActions.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import type { StoriesTarget } from './backlog.ts'
import type { Leave } from './backlogState.ts'
import { possible, together } from '#components/cards/together.ts'

/** Without a reason running it asks for one, in place. */
type LeaveTarget = StoriesTarget & Pick<Answers, 'reason' | 'revisitOn' | 'duplicateOf' | 'merge'>

/** ST4: back to refinement, with a reason. */
export const sendBack = defineLeaving('bounceStory', {
  keys: ['B'],
  words: 'bounce return unclear',
})

/** ST4: to Won't do, with a reason. */
export const dismiss = defineLeaving('dismissStory', {
  words: 'dismiss reject close',
})

function defineLeaving(
  move: Leave,
  frame: { readonly keys?: readonly string[]; readonly words: string },
) {
  const to = move === 'bounceStory' ? 'refinement' : 'wont-do'
  return defineAction<LeaveTarget>({
    ...frame,
    id: `backlog.${move}`,
    group: 'Backlog',
    when: ({ backlog, stories }) =>
      onBacklog(stories) &&
      possible(backlog, stories, ({ id }) => ({ type: move, story: id, reason: '…' })),
    run: ({ backlog, stories, ...answers }): Outcome | void => {
      if (answers.reason === undefined) {
        const ids = stories.map(({ id }) => id)
        return backlog.state.set({ hand: { kind: 'asking', move, stories: ids } })
      }
      return together(
        backlog,
        stories,
        ({ id }) => ({ type: move, story: id, ...answers }),
        (moved) =>
          textsOf('backlog')('said.movedTo', {
            stories: nameOf(moved),
            place: textsOf('words')(`stages.${to}`),
          }),
        { leaves: true },
      )
    },
  })
}

/** ST4: to another team. */
export const giveToTeam = defineAction<StoriesTarget & { readonly team: string }>({
  id: 'backlog.giveToTeam',
  group: 'Backlog',
  keysOnly: true,
  when: ({ backlog, stories, team }) =>
    onBacklog(stories) &&
    possible(backlog, stories, ({ id }) => ({ type: 'reassignStory', story: id, team })),
  run: ({ backlog, stories, team }) => {
    const name = backlog.area().settings.teams.get(team)?.name ?? textsOf('backlog')('anotherTeam')
    return together(
      backlog,
      stories,
      ({ id }) => ({ type: 'reassignStory', story: id, team }),
      (given) => textsOf('backlog')('said.given', { stories: nameOf(given), team: name }),
      { leaves: true },
    )
  },
})

/** ST7. */
export const trashStories = defineAction<StoriesTarget>({
  id: 'backlog.trash',
  group: 'Backlog',
  keys: ['Delete', 'Backspace'],
  words: 'delete remove',
  when: ({ backlog, stories }) => possible(backlog, stories, trashing),
  run: ({ backlog, stories }) =>
    together(
      backlog,
      stories,
      trashing,
      (gone) => textsOf('backlog')('said.trashed', { stories: nameOf(gone) }),
      {
        leaves: true,
      },
    ),
})

function trashing({ id }: Story): NewCommand {
  return { type: 'trashStory', story: id }
}

/** Ready stories leave the tray onto the backlog; what else becomes of them is decided on the refinement board. */
function onBacklog(stories: readonly Story[]): boolean {
  return stories.every((story) => !isAreaStory(story))
}
