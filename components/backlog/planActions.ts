import { defineAction, type Outcome } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { changedSinceSized } from '#lib/domain/readiness.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import type { Backlog, StoriesTarget } from './backlog.ts'
import { shortDate } from '#components/cards/days.ts'
import { possible, together } from '#components/cards/together.ts'

/** ST5. Null takes the size away. */
export const sizeStories = defineAction<StoriesTarget & { readonly size: string | null }>({
  id: 'backlog.giveSize',
  group: 'Backlog',
  keysOnly: true,
  when: ({ backlog, stories }) => mayPlan(backlog, stories),
  run: ({ backlog, stories, size }) =>
    together(
      backlog,
      stories.filter((story) => story.size !== size),
      ({ id }) => ({ type: 'sizeStory', story: id, size }),
      (sized) => {
        const named = { stories: nameOf(sized) }
        return size === null
          ? textsOf('backlog')('said.unsized', named)
          : textsOf('backlog')('said.sized', { ...named, size })
      },
      { quiet: stories.length === 1 },
    ),
})

/** ST5. `YYYY-MM-DD`: an iteration's first day, or any day where the team has none. Null takes it away. */
export const scheduleStories = defineAction<StoriesTarget & { readonly schedule: string | null }>({
  id: 'backlog.giveSchedule',
  group: 'Backlog',
  keysOnly: true,
  when: ({ backlog, stories, schedule }) =>
    possible(backlog, stories, ({ id }) => ({ type: 'scheduleStory', story: id, schedule })),
  run: ({ backlog, stories, schedule }) => {
    const day = schedule === null ? null : shortDate(schedule, backlog.today())
    return together(
      backlog,
      stories.filter((story) => story.schedule !== schedule),
      ({ id }) => ({ type: 'scheduleStory', story: id, schedule }),
      (planned) => {
        const named = { stories: nameOf(planned) }
        return day === null
          ? textsOf('backlog')('said.unscheduled', named)
          : textsOf('backlog')('said.scheduled', { ...named, day })
      },
      { quiet: stories.length === 1 },
    )
  },
})

/** RD6. What somebody has seen cannot be unseen, so there is no way back. */
export const acknowledgeChange = defineAction<StoriesTarget>({
  id: 'backlog.acknowledge',
  group: 'Backlog',
  words: 'seen changed since sized',
  when: ({ backlog, stories }) => {
    const changed = stories.filter(changedSinceSized)
    if (changed.length === 0) return false
    return possible(backlog, changed, acknowledging)
  },
  run: ({ backlog, stories }): Outcome => {
    const changed = stories.filter(changedSinceSized)
    const refused = backlog.client.sendAll(changed.map(acknowledging)).find(({ ok }) => !ok)
    if (refused && !refused.ok) return refused
    return { ok: true, said: textsOf('backlog')('said.noted', { stories: nameOf(changed) }) }
  },
})

/** Why this person may not size and schedule here: asked once for the page, it is the same for all its stories. */
export function mayPlan(backlog: Backlog, stories: readonly Story[]): boolean | string {
  const planned = stories.filter((story) => !isAreaStory(story))
  if (planned.length === 0) return false
  return possible(backlog, planned, ({ id, size }) => ({ type: 'sizeStory', story: id, size }))
}

function acknowledging({ id }: Story): NewCommand {
  return { type: 'acknowledgeChange', story: id }
}
