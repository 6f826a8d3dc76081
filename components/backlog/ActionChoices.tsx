'use client'

import { type Action, availability, runAction, titleOf } from '#components/actions/index.ts'
import { type SeveralTarget, startSelecting } from '#components/cards/severalActions.ts'
import { MenuGroup, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { nameOf } from '#components/cards/nameOf.ts'
import type { StoriesTarget } from './backlog.ts'
import type { ChoicesProps } from './ChoiceMenu.tsx'
import { dismiss, sendBack, trashStories } from './leaveActions.ts'
import {
  choosePlace,
  chooseSchedule,
  chooseSize,
  chooseTeam,
  openStory,
  peekStory,
} from './lookActions.ts'
import { takeStories } from './placeActions.ts'
import { acknowledgeChange } from './planActions.ts'

const GROUPS: readonly (readonly Action<StoriesTarget & SeveralTarget>[])[] = [
  [takeStories, choosePlace, chooseSize, chooseSchedule, acknowledgeChange],
  [startSelecting, openStory, peekStory],
  [sendBack, dismiss, chooseTeam],
  [trashStories],
]

/** Everything that can be done with stories; what this person may not do says why and whom to ask. */
export function ActionChoices({ target: chosen, choose }: ChoicesProps) {
  const target = { ...chosen, page: chosen.backlog }
  const groups = GROUPS.map((actions) =>
    actions.flatMap((action) => {
      const can = availability(action, target)
      return can.kind === 'hidden' ? [] : [{ action, can }]
    }),
  ).filter((offers) => offers.length > 0)
  // The same right is behind several: why it is missing is said at the first of them.
  const said = new Set<string>()
  const once = (reason: string) => {
    if (said.has(reason)) return ''
    said.add(reason)
    return reason
  }
  return (
    <MenuGroup heading={nameOf(target.stories)}>
      {groups.map((offers, index) => (
        <div key={offers[0]?.action.id} role="presentation">
          {index > 0 ? <MenuLine /> : null}
          {offers.map(({ action, can }) => (
            <MenuItem
              key={action.id}
              keys={action.keys?.[0]}
              danger={action === trashStories}
              unavailable={can.kind === 'explained' ? once(can.reason) : null}
              onSelect={choose(() => void runAction(action, target))}
            >
              {titleOf(action)}
            </MenuItem>
          ))}
        </div>
      ))}
    </MenuGroup>
  )
}
