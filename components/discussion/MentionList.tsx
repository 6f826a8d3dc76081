import { UsersRound } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { Avatar } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import type { Mentionable } from './mentioning.ts'
import { useListPlace } from './useListPlace.ts'

/** Who may be meant by what is typed behind an @. The focus stays in the field; arrows walk, Enter takes. */
export function MentionList({
  id,
  field,
  found,
  chosen,
  onChoose,
}: {
  readonly id: string
  readonly field: RefObject<HTMLElement | null>
  readonly found: readonly Mentionable[]
  readonly chosen: number
  readonly onChoose: (who: Mentionable) => void
}) {
  const t = useTranslations('discussion')
  const list = useRef<HTMLDivElement>(null)
  useListPlace(list, field)

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={t('whoIsMeant')}
      className="pop-in fixed inset-auto m-0 max-h-64 w-64 max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-card border bg-surface p-1 text-text shadow-overlay"
    >
      {found.map((who, index) => (
        <div
          key={`${who.of} ${who.id}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(who)}
          className={classes(
            'flex min-h-row-compact cursor-default items-center gap-2 rounded-control px-2 text-interface coarse:min-h-11',
            index === chosen && 'bg-hover',
          )}
        >
          <span aria-hidden className="flex shrink-0">
            {who.of === 'person' ? (
              <Avatar person={who} size="small" />
            ) : (
              <UsersRound size={16} className="text-muted" />
            )}
          </span>
          <span className="min-w-0 flex-1 truncate">{who.name}</span>
          {who.of === 'team' ? <span className="text-label text-subtle">{t('team')}</span> : null}
        </div>
      ))}
    </div>
  )
}
