import { Hand, Pause } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { leftOf, participantsHere, spentOn } from '#lib/domain/sessions/clock.ts'
import { EXTENSION_MINUTES } from '#lib/domain/sessions/session.ts'
import { clock } from './clock.ts'
import { moreTime, type RoomTarget } from './sessionActions.ts'
import { currentItem } from './votes.ts'

/** How long the current story has had, of how long it may; large on a projector. */
export function Clock({ target: { room, now } }: { readonly target: RoomTarget }) {
  const t = useTranslations('live.time')
  const { session } = room
  const item = currentItem(session)
  if (!item) return null
  const left = leftOf(session, item, now)
  const rests = session.phase.name === 'paused'
  const spent = clock(spentOn(session, item, now))
  const box = clock(item.minutes * 60_000)
  return (
    <div className="flex items-center gap-2">
      <span
        role="timer"
        aria-label={t('label', { spent, box })}
        className={classes(
          'font-mono text-editor font-semibold tabular-nums 2xl:text-[40px] 2xl:leading-12',
          left < 0 ? 'text-danger' : left < 60_000 ? 'text-idea' : 'text-text',
        )}
      >
        {spent}
        <span className="font-normal text-muted">/{box}</span>
      </span>
      {rests ? (
        <span className="inline-flex text-label text-muted">
          <Pause aria-hidden size={14} className="md:hidden" />
          <span className="max-md:sr-only">{t('rests')}</span>
        </span>
      ) : null}
      {left < 0 && !rests ? (
        <span className="text-label font-medium text-danger max-md:sr-only">{t('over')}</span>
      ) : null}
    </div>
  )
}

/** The show of hands for more time, once that is near or somebody has asked; `className`: where it stands. */
export function MoreTime({
  target,
  className,
}: {
  readonly target: RoomTarget
  readonly className?: string
}) {
  const t = useTranslations('live.time')
  const { room, now } = target
  const { session, takesPart, me } = room
  const item = currentItem(session)
  if (!item || !takesPart || session.phase.name === 'paused') return null
  const hands = item.asking.length
  if (hands === 0 && leftOf(session, item, now) >= 60_000) return null
  const enough = Math.floor(participantsHere(session).length / 2) + 1
  const asked = item.asking.includes(me)
  return (
    <Button
      size="small"
      className={className}
      icon={<Hand aria-hidden size={14} />}
      aria-pressed={asked}
      disabled={asked}
      onClick={() => runAction(moreTime, target)}
    >
      <span className="max-md:sr-only">{t('more', { minutes: EXTENSION_MINUTES })}</span>
      <span aria-hidden className="md:hidden">
        {t('moreShort', { minutes: EXTENSION_MINUTES })}
      </span>
      {hands > 0 ? (
        <>
          <span className="text-muted max-md:sr-only">{t('hands', { hands, enough })}</span>
          <span aria-hidden className="text-muted md:hidden">
            {t('handsShort', { hands, enough })}
          </span>
        </>
      ) : null}
    </Button>
  )
}
