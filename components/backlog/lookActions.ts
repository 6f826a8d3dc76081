import { whyNotIn } from '#components/language/refusalText.ts'
import { defineAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { isAreaStory } from '#lib/domain/story.ts'
import type { Backlog, StoriesTarget } from './backlog.ts'
import type { Choice } from './backlogState.ts'
import { mayPlan } from './planActions.ts'
import { possible } from '#components/cards/together.ts'

export const openStory = defineAction<StoriesTarget>({
  id: 'backlog.open',
  group: 'Backlog',
  keys: ['Enter'],
  when: ({ stories }) => stories.length === 1,
  run: ({ backlog, stories: [story] }) => story && backlog.openPage(story),
})

export const peekStory = defineAction<StoriesTarget>({
  id: 'backlog.peek',
  group: 'Backlog',
  keys: ['Space'],
  words: 'preview panel',
  when: ({ stories }) => stories.length === 1,
  run: ({ backlog, stories: [story] }) =>
    story && backlog.peek(backlog.state.get().peeked === story.id ? null : story),
})

export const closePeek = defineAction<Backlog>({
  id: 'backlog.closePeek',
  group: 'Backlog',
  keys: ['Escape'],
  keysOnly: true,
  when: ({ isPeeking }) => isPeeking(),
  run: (backlog) => backlog.peek(null),
})

/** Everything that can be done with stories, as a menu. */
export const chooseAction = defineChoosing('action', {
  keys: ['.'],
  keysOnly: true,
})

export const choosePlace = defineChoosing('place', {
  keys: ['Shift+M'],
  words: 'step status column top bottom',
  when: ({ backlog, stories: [story] }) => {
    if (!story || isAreaStory(story)) return false
    const other = backlog.team().steps.find(({ id }) => id !== story.step)
    const steps = other ? [{ type: 'moveToStep', story: story.id, step: other.id } as const] : []
    const rank = { type: 'rankStory', story: story.id, place: { after: null } } as const
    const answers = [...steps, rank].map((command) => whyNotIn(backlog.judge(command)) ?? true)
    return answers.includes(true) || (answers[0] ?? false)
  },
})

export const chooseSize = defineChoosing('size', {
  keys: ['S'],
  words: 'estimate points',
  when: ({ backlog, stories }) => mayPlan(backlog, stories),
})

export const chooseSchedule = defineChoosing('schedule', {
  keys: ['D'],
  words: 'iteration sprint date due when',
  when: ({ backlog, stories }) => mayPlan(backlog, stories),
})

export const chooseTeam = defineChoosing('team', {
  keys: ['A'],
  words: 'reassign',
  when: ({ backlog, stories }) => {
    if (stories.some(isAreaStory)) return false
    const own = backlog.team().id
    const others = [...backlog.area().settings.teams.values()].filter(
      ({ id, archivedAt }) => id !== own && archivedAt === null,
    )
    if (others.length === 0) return textsOf('backlog')('noOtherTeam')
    const answers = others.map(({ id: team }) =>
      possible(backlog, stories, ({ id }) => ({ type: 'reassignStory', story: id, team })),
    )
    return answers.includes(true) || (answers[0] ?? false)
  },
})

interface Frame {
  readonly keys: readonly string[]
  readonly words?: string
  readonly keysOnly?: boolean
  readonly when?: (target: StoriesTarget) => boolean | string
}

function defineChoosing(choice: Exclude<Choice, 'day' | 'theme' | 'label'>, frame: Frame) {
  return defineAction<StoriesTarget>({
    ...frame,
    id: `backlog.choose.${choice}`,
    group: 'Backlog',
    run: ({ backlog, stories }) =>
      backlog.state.set({
        hand: { kind: 'choosing', choice, stories: stories.map(({ id }) => id) },
      }),
  })
}
