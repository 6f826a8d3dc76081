'use client'

import { CalendarClock } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type ReadyArea, runAction, worldOf } from '#components/actions/index.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { keepAside } from '#components/flow/keepAside.ts'
import { useMe } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import type { AreaStory } from '#lib/domain/story.ts'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { askingAtCard, useBoard } from './board.ts'
import { dayAfter, dueAgain } from './revisit.ts'

/** How long a story can be set aside once more. */
const AGAIN = [
  { title: 'For a month', months: 1 },
  { title: 'For three months', months: 3 },
  { title: 'For half a year', months: 6 },
] as const

/** Stories that this person set aside until a day that has come: open, reopen, or keep aside. */
export function RevisitNotice({ area, now }: { readonly area: ReadyArea; readonly now: number }) {
  const [unfolded, setUnfolded] = useState(false)
  const me = useMe().id
  const due = useMemo(
    () => dueAgain(area.columns['wont-do'], worldOf(area), me, now),
    [area, me, now],
  )
  const count = due.length
  if (count === 0) return null
  return (
    <section aria-label="Due for another look" className="shrink-0 border-b bg-sunken">
      <div className="flex items-center gap-2 px-3 py-1.5 text-muted md:px-4">
        <CalendarClock aria-hidden size={16} className="shrink-0" />
        <p className="min-w-0 flex-1">
          {count === 1
            ? '1 story that was set aside is due for another look.'
            : `${count} stories that were set aside are due for another look.`}
        </p>
        <Button size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? 'Hide' : count === 1 ? 'Look at it' : 'Look at them'}
        </Button>
      </div>
      {unfolded ? (
        <ul className="max-h-60 overflow-y-auto border-t bg-surface">
          {due.map((story) => (
            <Due key={story.id} story={story} now={now} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Due({ story, now }: { readonly story: AreaStory; readonly now: number }) {
  const board = useBoard()
  return (
    <li className="flex flex-wrap items-center gap-2 border-b px-3 py-1 last:border-b-0 md:px-4">
      <button
        type="button"
        onClick={() => board.peek(story)}
        className="target flex min-w-0 flex-1 basis-60 items-baseline gap-2 rounded-control text-left hover:underline"
      >
        <StoryKey story={story} />
        <span className="truncate">{story.title}</span>
        <span className="min-w-0 truncate text-label text-subtle">{story.reason}</span>
      </button>
      <Button
        size="small"
        onClick={() => runAction(storyMoves.reopenStory, askingAtCard(board, story))}
      >
        Reopen
      </Button>
      <Menu
        align="end"
        trigger={
          <Button size="small" look="quiet">
            Keep aside
          </Button>
        }
      >
        {AGAIN.map(({ title, months }) => (
          <MenuItem
            key={title}
            onSelect={() =>
              runAction(keepAside, { client: board.client, story, until: dayAfter(now, months) })
            }
          >
            {title}
          </MenuItem>
        ))}
        <MenuItem
          onSelect={() => runAction(keepAside, { client: board.client, story, until: null })}
        >
          For good
        </MenuItem>
      </Menu>
    </li>
  )
}
