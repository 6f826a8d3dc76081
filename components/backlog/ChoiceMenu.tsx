'use client'

import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useStore } from '#components/cards/store.ts'
import type { Story } from '#lib/domain/story.ts'
import { ActionChoices } from './ActionChoices.tsx'
import { anchorOf } from './anchorOf.ts'
import { type StoriesTarget, useBacklog } from './backlog.ts'
import { type Choice, EMPTY_HAND } from './backlogState.ts'
import { PlaceChoices } from './PlaceChoices.tsx'
import { ScheduleChoices } from './ScheduleChoices.tsx'
import { SizeChoices } from './SizeChoices.tsx'
import { TeamChoices } from './TeamChoices.tsx'

/** What is inside of a menu: its choices for some stories. `choose` closes the menu and then acts. */
export interface ChoicesProps {
  readonly target: StoriesTarget
  readonly choose: (act: () => void) => () => void
}

/** The menus of the page, of which one is open, shown at the story or the bar it is about. */
export function ChoiceMenu({ stories }: { readonly stories: ReadonlyMap<string, Story> }) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const { state } = backlog
  const hand = useStore(state, (now) => now.hand)
  if (hand.kind !== 'choosing' || hand.choice === 'day') return null
  const { choice } = hand
  if (choice === 'theme' || choice === 'label') return null
  const chosen = hand.stories.flatMap((id) => stories.get(id) ?? [])
  if (chosen.length === 0) return null
  const close = () => {
    // An item may have begun something else (another menu, asking for a reason): that keeps the focus.
    if (state.get().hand === hand) state.set({ hand: EMPTY_HAND, grab: true })
  }
  const choose = (act: () => void) => () => {
    state.set({ hand: EMPTY_HAND, grab: true })
    act()
    if (state.get().hand.kind !== 'empty') state.set({ grab: false })
  }
  return (
    <Menu.Root
      key={choice}
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) close()
      }}
    >
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Menu.Portal render={<section aria-label={t('menu')} />}>
        <Menu.Positioner
          anchor={() => anchorOf(hand.stories, choice, state.get().focus)}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Menu.Popup
            finalFocus={false}
            className="pop-in max-h-(--available-height) w-72 max-w-(--available-width) overflow-y-auto rounded-card border bg-surface p-1 shadow-overlay focus-visible:outline-none"
          >
            {contentOf(choice, { target: { backlog, stories: chosen }, choose })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function contentOf(
  choice: Exclude<Choice, 'day' | 'theme' | 'label'>,
  props: ChoicesProps,
): ReactNode {
  switch (choice) {
    case 'action':
      return <ActionChoices {...props} />
    case 'place':
      return <PlaceChoices {...props} />
    case 'size':
      return <SizeChoices {...props} />
    case 'schedule':
      return <ScheduleChoices {...props} />
    case 'team':
      return <TeamChoices {...props} />
  }
}
