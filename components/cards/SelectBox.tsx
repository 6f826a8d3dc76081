import { Check } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import type { Story } from '#lib/domain/story.ts'

/**
 * A box to select a story with: there as soon as the pointer or the focus is on its card or row (`group/card`), and
 * everywhere while something is selected.
 */
export function SelectBox({
  story,
  selected,
  selecting,
  tabbable,
  onSelect,
  className,
}: {
  readonly story: Story
  readonly selected: boolean
  /** Something is selected on the screen. */
  readonly selecting: boolean
  readonly tabbable: boolean
  readonly onSelect: () => void
  readonly className?: string
}) {
  return (
    <label
      className={classes(
        'target relative z-10 flex size-5 shrink-0 cursor-pointer items-center justify-center',
        !selecting &&
          'not-coarse:opacity-0 group-hover/card:opacity-100 group-focus-visible/card:opacity-100 focus-within:opacity-100 coarse:hidden',
        className,
      )}
    >
      <input
        type="checkbox"
        checked={selected}
        tabIndex={tabbable ? 0 : -1}
        aria-label={textsOf('flow')('select', { name: story.key ?? story.title })}
        onChange={onSelect}
        className="peer absolute inset-0 z-10 cursor-pointer opacity-0"
      />
      <span
        aria-hidden
        className="flex size-4 items-center justify-center rounded-control border border-control bg-surface text-on-accent peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-1 peer-focus-visible:outline-focus"
      >
        {selected ? <Check size={12} strokeWidth={3} /> : null}
      </span>
    </label>
  )
}
