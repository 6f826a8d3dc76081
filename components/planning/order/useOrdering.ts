'use client'

import { useState } from 'react'
import { readyArea, workplaceOf } from '#components/actions/index.ts'
import { createStore } from '#components/cards/store.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'
import type { Ordering } from './ordering.ts'

/** Makes what the order of a team's backlog is changed with, for as long as the view is mounted. */
export function useOrdering(teamId: string): Ordering {
  const client = useWorkspaceClient()
  const [ordering] = useState<Ordering>(() => {
    const whole = () => readyArea(client).backlogs.get(teamId)?.stories ?? []
    return {
      ...workplaceOf(client),
      state: createStore({
        focus: null as string | null,
        grab: false,
        revealed: null as string | null,
        pressed: false,
        lifted: null as string | null,
        said: '',
      }),
      judge: (command) => client.judge(command),
      whole,
      open: () => openOf(whole(), readyArea(client).settings.teams.get(teamId)),
    }
  })
  return ordering
}

/** Gives what of a backlog is not done, in its order. */
export function openOf(
  stories: readonly TeamStory[],
  team: Pick<Team, 'steps'> | undefined,
): readonly TeamStory[] {
  const done = new Set(
    team?.steps.flatMap(({ id, category }) => (category === 'done' ? [id] : [])) ?? [],
  )
  return stories.filter(({ step }) => !done.has(step))
}
