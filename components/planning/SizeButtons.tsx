import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { useCan } from '#components/session/hooks.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { classes } from '#components/ui/classes.ts'
import { Button } from '#components/ui/Button.tsx'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import { type Planned, sizesOf } from './planned.ts'
import { once } from './once.ts'
import { acceptSize } from './roomActions.ts'
import { suggestionFor } from './suggestion.ts'

/** Any size of the team's, one press each, the one that the votes speak for first. */
export function SizeButtons({
  room,
  item,
  planned,
}: {
  readonly room: Room
  readonly item: AgendaItem
  readonly planned: Planned
}) {
  const t = useTranslations('planning.accept')
  const { story } = item
  const suggested = suggestionFor(item, planned.team)
  const sizes = sizesOf(planned.team)
  // Whoever may give it one size may give it any.
  const no = useCan({ type: 'sizeStory', story, size: suggested ?? sizes[0] ?? null })
  const accept = (size: string) => once(() => runAction(acceptSize, { room, story, size }))
  return (
    <div
      role="group"
      aria-label={t('title')}
      className="flex flex-wrap items-center gap-2 border-t pt-2"
    >
      {no ? (
        <LockedNote reason={refusalIn(no)} />
      ) : (
        <>
          {suggested === null ? null : (
            <Button look="primary" onClick={accept(suggested)}>
              {t('suggested', { size: suggested })}
            </Button>
          )}
          <span
            aria-hidden
            className={classes(
              'text-label text-muted',
              suggested === null ? 'max-md:basis-full' : 'max-md:hidden',
            )}
          >
            {suggested === null ? t('without') : t('other')}
          </span>
          {sizes
            .filter((size) => size !== suggested)
            .map((size) => (
              <Button
                key={size}
                className="min-w-10 font-mono coarse:h-11 coarse:min-w-11"
                aria-label={t('one', { size })}
                onClick={accept(size)}
              >
                {size}
              </Button>
            ))}
        </>
      )}
    </div>
  )
}
