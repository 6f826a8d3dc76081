import { Check } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { classes } from '#components/ui/classes.ts'
import { Kbd } from '#components/ui/Kbd.tsx'
import { castVote } from './sessionActions.ts'
import type { Room } from './room.ts'
import { currentItem } from './votes.ts'

/**
 * What can be voted, one press each, large enough for a thumb; one's own vote is marked, and pressed again it is taken
 * back. The key of each is its number.
 */
export function VoteCards({
  room,
  label,
  choices,
}: {
  readonly room: Room
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly name: string }[]
}) {
  const item = currentItem(room.session)
  const mine = item ? room.own[item.story]?.value : undefined
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {choices.map(({ value, name }, index) => {
        const isMine = mine === value
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isMine}
            onClick={() => runAction(castVote, { room, value })}
            className={classes(
              'target flex min-h-12 min-w-14 flex-1 items-center justify-center gap-1.5 rounded-card border px-3 text-body font-medium transition-colors 2xl:min-h-16 2xl:text-[24px]',
              isMine
                ? 'border-accent bg-selected text-text outline-2 -outline-offset-2 outline-accent'
                : 'bg-surface hover:bg-hover',
            )}
          >
            {isMine ? <Check aria-hidden size={16} className="text-accent-text" /> : null}
            {name}
            <span aria-hidden className="coarse:hidden max-md:hidden">
              <Kbd>{String(index + 1)}</Kbd>
            </span>
          </button>
        )
      })}
    </div>
  )
}
