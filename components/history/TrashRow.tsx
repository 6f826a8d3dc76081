import { RotateCcw, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { availability, runAction } from '#components/actions/index.ts'
import { homeName } from '#components/language/names.ts'
import { useMe } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import type { AreaView } from '#lib/client/client.ts'
import { shortName } from '#lib/domain/story.ts'
import type { NamedPerson, TrashedStory } from '#lib/schema/history.ts'
import { personIn } from './known.ts'
import { restoreProblem } from './restoreProblem.ts'
import { restoreTrashed, type TrashPlace } from './trashActions.ts'
import { ago, exactly } from './when.ts'

/** A story in the trash: what it is, who put it there, how long it stays, and the way back. */
export function TrashRow({
  trashed: { story, by, daysLeft },
  area,
  people,
  now,
  place,
  onPurge,
}: {
  readonly trashed: TrashedStory
  readonly area: Extract<AreaView, { phase: 'ready' }>
  readonly people: ReadonlyMap<string, NamedPerson>
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly place: TrashPlace
  /** Null: not for this person. */
  readonly onPurge: (() => void) | null
}) {
  const t = useTranslations('history')
  const whyId = useId()
  const target = { ...place, story, refusal: restoreProblem(area, useMe(), story, now) }
  const can = availability(restoreTrashed, target)
  const name = shortName(story)
  const at = story.trashedAt ?? now
  return (
    <li className="flex items-center gap-2 px-3 py-2 md:gap-3">
      <div className="min-w-0 flex-1">
        <p className="text-interface wrap-anywhere">
          <span className="me-2 font-mono text-label whitespace-nowrap text-subtle">{name}</span>
          {story.title}
        </p>
        <p className="mt-0.5 text-label text-subtle">
          <span className="me-1 inline-block translate-y-[2px]">
            <StageDot stage={story.stage ?? 'backlog'} size={12} />
          </span>
          {homeName(story, area.settings)} ·{' '}
          {by === null
            ? t('trash.trashed')
            : t('trash.trashedBy', { who: personIn(area, people, by).name })}{' '}
          <time
            dateTime={new Date(at).toISOString()}
            title={exactly(at)}
            className="whitespace-nowrap"
          >
            {ago(at, now)}
          </time>{' '}
          ·{' '}
          <span className="whitespace-nowrap">
            {daysLeft === 0 ? t('trash.anyTime') : t('trash.daysLeft', { days: daysLeft })}
          </span>
        </p>
        {can.kind === 'explained' ? (
          <p id={whyId} className="mt-0.5 text-label text-muted">
            {can.reason}
          </p>
        ) : null}
      </div>
      <Button
        size="small"
        icon={<RotateCcw aria-hidden size={14} />}
        aria-label={t('trash.restoreOne', { name })}
        aria-disabled={can.kind === 'explained'}
        aria-describedby={can.kind === 'explained' ? whyId : undefined}
        className={classes(can.kind === 'explained' && 'opacity-55')}
        onClick={() => runAction(restoreTrashed, target)}
      >
        {t('restore')}
      </Button>
      {onPurge ? (
        <IconButton label={t('trash.purgeOne', { name })} size="small" onClick={onPurge}>
          <Trash2 aria-hidden size={14} />
        </IconButton>
      ) : null}
    </li>
  )
}
