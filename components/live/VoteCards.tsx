import { Check } from 'lucide-react'
import { classes } from '#components/ui/classes.ts'
import { Kbd } from '#components/ui/Kbd.tsx'

/** What can be voted. */
export interface Choice {
  readonly value: string
  readonly name: string
  /** The key that votes it; without one its place, counted from 1. */
  readonly key?: string
}

/**
 * What can be voted, one press each, large enough for a thumb; one's own vote is marked. `vote` is told what was pressed: what
 * was voted already is taken back by that.
 */
export function VoteCards({
  label,
  choices,
  own,
  hasKeys = true,
  vote,
}: {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly own: string | undefined
  readonly hasKeys?: boolean
  readonly vote: (value: string) => void
}) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {choices.map(({ value, name, key }, index) => {
        const isOwn = own === value
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isOwn}
            onClick={() => vote(value)}
            className={classes(
              'target flex min-h-12 min-w-14 flex-1 items-center justify-center gap-1.5 rounded-card border px-3 text-body font-medium transition-colors 2xl:min-h-16 2xl:text-[24px]',
              isOwn
                ? 'border-accent bg-selected text-text outline-2 -outline-offset-2 outline-accent'
                : 'bg-surface hover:bg-hover',
            )}
          >
            {isOwn ? <Check aria-hidden size={16} className="text-accent-text" /> : null}
            {name}
            {hasKeys ? (
              <span aria-hidden className="coarse:hidden max-md:hidden">
                <Kbd>{key ?? String(index + 1)}</Kbd>
              </span>
            ) : null}
          </button>
        )
      })}
    </div>
  )
}
