'use client'

import { Menu } from '@base-ui/react/menu'
import { type Action, availability, runAction } from '#components/actions/index.ts'
import { titleOf } from '#components/actions/titles.ts'
import { cardElement } from '#components/cards/cardElement.ts'
import { startSelecting } from '#components/cards/severalActions.ts'
import { useStore } from '#components/cards/store.ts'
import { whyHears } from '#components/flow/follows.ts'
import { voteForStory, watchStory } from '#components/flow/markActions.ts'
import { byPossibility, StageChoices } from '#components/flow/StageChoices.tsx'
import { assignStory } from '#components/flow/teamActions.ts'
import { textsOf } from '#components/language/loaded.ts'
import { MenuGroup, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import type { Stage } from '#lib/domain/stage.ts'
import { type AreaStory, isAreaStory, type Story } from '#lib/domain/story.ts'
import { askingAtCard, useBoard } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'
import { editTitle, openStory, trashStory } from './cardActions.ts'
import { putStory } from './putStory.ts'
import { keepStories } from './quietActions.ts'

/** What can be done with a card, one menu for the whole board, shown at the card it is about: where it can go first. */
export function MoveMenu({ stories }: { readonly stories: ReadonlyMap<string, Story> }) {
  const board = useBoard()
  const chosen = useStore(board.state, ({ hand }) => (hand.kind === 'choosing' ? hand.story : null))
  const story = chosen === null ? undefined : stories.get(chosen)
  if (!story || !isAreaStory(story)) return null
  const close = () => {
    // An item may have begun something else (asking for a reason, renaming): that keeps the focus.
    const { hand } = board.state.get()
    if (hand.kind === 'choosing') board.state.set({ hand: EMPTY_HAND, grab: true })
  }
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => open || close()}>
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Menu.Portal render={<section aria-label={textsOf('ui')('menu')} />}>
        <Menu.Positioner
          anchor={() => anchorOf(story.id)}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Menu.Popup
            finalFocus={false}
            className="pop-in max-h-(--available-height) w-72 max-w-(--available-width) overflow-y-auto rounded-card border bg-surface p-1 shadow-overlay focus-visible:outline-none"
          >
            <Items story={story} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Items({ story }: { readonly story: AreaStory }) {
  const t = textsOf('asks.menu')
  const board = useBoard()
  const { client, state } = board
  const target = { board, story }
  const asking = askingAtCard(board, story)
  const choose = (act: () => void) => () => {
    state.set({ hand: EMPTY_HAND, grab: true })
    act()
    if (state.get().hand.kind !== 'empty') state.set({ grab: false })
  }
  const put = (stage: Stage) => choose(() => void runAction(putStory, { ...target, stage }))
  const voted = story.votes.includes(client.me.id)
  const watching = whyHears(client, story) !== null
  return (
    <>
      <MenuGroup heading={t('move', { name: story.key ?? textsOf('board.card')('thisIdea') })}>
        <StageChoices choices={byPossibility(client, story)} onChoose={(stage) => put(stage)()} />
      </MenuGroup>
      <MenuLine />
      {story.stage === 'ready' ? (
        <Item action={assignStory} target={asking} choose={choose} />
      ) : null}
      <Item
        action={voteForStory}
        target={asking}
        choose={choose}
        title={voted ? t('unvote') : t('vote')}
      />
      <Item
        action={watchStory}
        target={asking}
        choose={choose}
        title={watching ? t('unwatch') : t('watch')}
      />
      <Item
        action={keepStories}
        target={{ page: board, stories: [story] }}
        choose={choose}
        title={t('keep')}
      />
      <MenuLine />
      <Item
        action={startSelecting}
        target={{ page: board, stories: [story] }}
        choose={choose}
        keys="X"
      />
      <Item action={openStory} target={target} choose={choose} />
      <Item action={editTitle} target={target} choose={choose} />
      <Item action={trashStory} target={target} choose={choose} danger />
    </>
  )
}

/** An action as an entry: greyed with its reason where it cannot run. */
function Item<Target>({
  action,
  target,
  choose,
  title = titleOf(action),
  keys = action.keys?.[0],
  danger = false,
}: {
  readonly action: Action<Target>
  readonly target: Target
  readonly choose: (act: () => void) => () => void
  readonly title?: string
  readonly keys?: string
  readonly danger?: boolean
}) {
  const can = availability(action, target)
  if (can.kind === 'hidden') return null
  return (
    <MenuItem
      keys={keys}
      danger={danger}
      unavailable={can.kind === 'explained' ? can.reason : null}
      onSelect={choose(() => void runAction(action, target))}
    >
      {title}
    </MenuItem>
  )
}

function anchorOf(story: string): Element | null {
  const card = cardElement(story)
  return card?.querySelector('[data-menu-button]') ?? card
}
