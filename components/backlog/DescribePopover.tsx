'use client'

import { labelsFor, themesFor } from '#components/cards/describeLines.tsx'
import { SeveralPicker } from '#components/cards/SeveralPicker.tsx'
import { useStore } from '#components/cards/store.ts'
import type { Story } from '#lib/domain/story.ts'
import { useBacklog } from './backlog.ts'
import { EMPTY_HAND } from './backlogState.ts'

/** The theme or the labels that the stories in focus or selected are given. */
export function DescribePopover({ stories }: { readonly stories: ReadonlyMap<string, Story> }) {
  const backlog = useBacklog()
  const { state } = backlog
  const hand = useStore(state, (now) => now.hand)
  if (hand.kind !== 'choosing' || (hand.choice !== 'theme' && hand.choice !== 'label')) return null
  const chosen = hand.stories.flatMap((id) => stories.get(id) ?? [])
  const target = { page: backlog, stories: chosen }
  return (
    <SeveralPicker
      stories={chosen}
      opens={hand.choice}
      choosing={hand.choice === 'theme' ? themesFor(target) : labelsFor(target)}
      onDone={() => {
        if (state.get().hand === hand) state.set({ hand: EMPTY_HAND, grab: true })
      }}
    />
  )
}
