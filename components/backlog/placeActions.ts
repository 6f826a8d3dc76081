import { defineAction, type Outcome, sendAllUndoably } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { firstStep } from '#lib/domain/decisions/backlog.ts'
import { isAreaStory, type Story, type TeamStory } from '#lib/domain/story.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import { type Backlog, focusStory, type StoriesTarget } from './backlog.ts'
import { EMPTY_HAND } from './backlogState.ts'
import { columnId } from './groups.ts'
import type { Part, Spot } from './parts.ts'
import { toEnd } from '#components/cards/ordering.ts'
import { possible, together } from '#components/cards/together.ts'
import { putting } from './put.ts'
import { NOTHING_SELECTED } from '#components/cards/selection.ts'

/** ST3: the ready stories of the tray come onto the backlog. `to` absent: at its bottom, in the first step. */
export const takeStories = defineAction<StoriesTarget & { readonly to?: Spot }>({
  id: 'backlog.take',
  group: 'Backlog',
  keys: ['A'],
  words: 'assign pull commit team ready',
  when: ({ backlog, stories }) =>
    stories.every(isAreaStory) &&
    possible(backlog, stories, ({ id }) => ({
      type: 'assignToTeam',
      story: id,
      team: backlog.team().id,
    })),
  run: (target): Outcome | void => {
    const next = target.to ? undefined : nextInTray(target)
    const outcome = putStories.run(target)
    // Whoever takes one often takes the next as well; a place given is where they look.
    if (next && outcome?.ok) focusStory(target.backlog, next)
    return outcome
  },
})

/** Puts stories at a place: onto the backlog, within it, into a step or an iteration, whichever the part they go to means. */
export const putStories = defineAction<StoriesTarget & { readonly to?: Spot }>({
  id: 'backlog.put',
  group: 'Backlog',
  keysOnly: true,
  run: ({ backlog, stories, to }): Outcome | void => {
    const part = to && backlog.parts().find(({ id }) => id === to.part)
    const commands = putting(stories, part ?? BOTTOM, to?.after ?? null, {
      team: backlog.team().id,
      first: firstStep(backlog.team()).id,
      whole: wholeOf(backlog),
      mayOrder: backlog.state.get().noOrdering === null,
    })
    if (commands.length === 0) return
    const arrives = stories.some(isAreaStory)
    const outcome = sendAllUndoably(backlog, commands, () => said(backlog, stories, part), {
      quiet: !arrives && part?.makes.step === undefined,
    })
    if (outcome.ok && arrives) backlog.state.set({ selection: NOTHING_SELECTED })
    return outcome
  },
})

/** ST6: into another step; `at` absent keeps the order. */
export const moveToStep = defineAction<StoriesTarget & { readonly step: string }>({
  id: 'backlog.step',
  group: 'Backlog',
  keysOnly: true,
  when: ({ backlog, stories, step }) =>
    possible(backlog, stories, ({ id }) => ({ type: 'moveToStep', story: id, step })),
  run: ({ backlog, stories, step }) => {
    const name =
      backlog.team().steps.find(({ id }) => id === step)?.name ?? textsOf('backlog')('anotherStep')
    return together(
      backlog,
      stories.filter((story) => story.step !== step),
      ({ id }) => ({ type: 'moveToStep', story: id, step }),
      (moved) => textsOf('backlog')('said.movedTo', { stories: nameOf(moved), place: name }),
    )
  },
})

/** To the top or the bottom of the team's order. */
export const moveToEnd = defineAction<StoriesTarget & { readonly end: 'top' | 'bottom' }>({
  id: 'backlog.end',
  group: 'Backlog',
  keysOnly: true,
  when: ({ backlog, stories }) =>
    possible(backlog, stories, ({ id }) => ({
      type: 'rankStory',
      story: id,
      place: { after: null },
    })),
  run: ({ backlog, stories, end }): Outcome => {
    const commands = toEnd(wholeOf(backlog), stories, end)
    return sendAllUndoably(backlog, commands, () =>
      textsOf('backlog')(end === 'top' ? 'said.toTop' : 'said.toBottom', {
        stories: nameOf(stories),
      }),
    )
  },
})

/** Where ready stories go when nobody says where. */
const BOTTOM: Part = { id: '', name: '', makes: {}, stories: [] }

/** Gives why a part does not take stories, or null when it does. Each is asked about; the first that is refused says why. */
export function whyNotInto(
  backlog: Backlog,
  stories: readonly Story[],
  part: Pick<Part, 'makes' | 'whyFixed'>,
): string | null {
  if (part.whyFixed !== undefined) return part.whyFixed
  const { id: team } = backlog.team()
  const answer = possible(backlog, stories, (story) => {
    if (isAreaStory(story)) return { type: 'assignToTeam', story: story.id, team }
    const { step } = part.makes
    return step === undefined || step === story.step
      ? { type: 'rankStory', story: story.id, place: { after: null } }
      : { type: 'moveToStep', story: story.id, step }
  })
  return answer === true ? null : answer
}

/** [UX8] Gives the ready story behind those that leave the tray, else the one before them; undefined when none is left. */
function nextInTray({ backlog, stories }: StoriesTarget): string | undefined {
  const tray = backlog.tray().map(({ id }) => id)
  const isLeaving = new Set(stories.map(({ id }) => id))
  const last = tray.findLastIndex((id) => isLeaving.has(id))
  const stays = (id: string) => !isLeaving.has(id)
  return tray.slice(last + 1).find(stays) ?? tray.slice(0, last).findLast(stays)
}

/** Lets go of whatever is held. */
export function letGo({ state }: Backlog): void {
  state.set({ hand: EMPTY_HAND, grab: true })
}

function wholeOf(backlog: Backlog): readonly TeamStory[] {
  return backlog.area().backlogs.get(backlog.team().id)?.stories ?? []
}

function said(backlog: Backlog, stories: readonly Story[], part: Part | undefined): string {
  const { name, steps } = backlog.team()
  const arrives = stories.some(isAreaStory)
  const isStep = steps.some((step) => columnId(step) === part?.id)
  const t = textsOf('backlog')
  const moved = { stories: nameOf(stories) }
  if (arrives) return t('said.taken', { ...moved, count: stories.length, team: name })
  return isStep && part ? t('said.movedTo', { ...moved, place: part.name }) : t('said.moved', moved)
}
