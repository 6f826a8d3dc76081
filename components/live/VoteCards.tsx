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
  // Sizes stand in one line, or in lines of four on a phone; words take what they need.
  const areShort = choices.every(({ name }) => name.length <= 3)
  return (
    <div
      role="group"
      aria-label={label}
      className={classes(
        'gap-2',
        areShort
          ? 'grid grid-cols-4 md:auto-cols-fr md:grid-flow-col md:grid-cols-none'
          : 'flex flex-wrap',
      )}
    >
      {choices.map(({ value, name, key }, index) => {
        const isOwn = own === value
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isOwn}
            onClick={() => vote(value)}
            className={classes(
              'target relative flex min-h-12 flex-1 items-center justify-center gap-1.5 rounded-card border text-body font-medium transition-colors 2xl:min-h-16 2xl:text-[24px]',
              areShort ? 'min-w-0 px-1' : 'min-w-14 px-3',
              // Below its key, which stands in the corner.
              areShort && hasKeys && 'md:not-coarse:pt-3',
              isOwn
                ? 'border-accent bg-selected text-text outline-2 -outline-offset-2 outline-accent'
                : 'bg-surface hover:bg-hover',
            )}
          >
            {isOwn ? (
              <Check
                aria-hidden
                size={areShort ? 12 : 16}
                className={classes('text-accent-text', areShort && 'absolute start-1 top-1')}
              />
            ) : null}
            {name}
            {hasKeys ? (
              <span
                aria-hidden
                className={classes(
                  'coarse:hidden max-md:hidden',
                  areShort && 'absolute end-0.5 top-0.5 leading-none',
                )}
              >
                <Kbd>{key ?? String(index + 1)}</Kbd>
              </span>
            ) : null}
          </button>
        )
      })}
    </div>
  )
}
