import { Hand } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { leftOf, participantsHere, spentOn } from '#lib/domain/sessions/clock.ts'
import { EXTENSION_MINUTES } from '#lib/domain/sessions/session.ts'
import { clock } from './clock.ts'
import { moreTime, type RoomTarget } from './sessionActions.ts'
import { currentItem } from './votes.ts'

/** How long the current story has had, of how long it may; and the show of hands for more. Large on a projector. */
export function TimeBox({ target }: { readonly target: RoomTarget }) {
  const t = useTranslations('live.time')
  const { room, now } = target
  const { session, takesPart, me } = room
  const item = currentItem(session)
  if (!item) return null
  const left = leftOf(session, item, now)
  const rests = session.phase.name === 'paused'
  const hands = item.asking.length
  const enough = Math.floor(participantsHere(session).length / 2) + 1
  const asked = item.asking.includes(me)
  const wants = hands > 0 || left < 60_000
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span
        role="timer"
        aria-label={t('label', {
          spent: clock(spentOn(session, item, now)),
          box: clock(item.minutes * 60_000),
        })}
        className={classes(
          'font-mono text-editor font-semibold tabular-nums 2xl:text-[40px] 2xl:leading-12',
          left < 0 ? 'text-danger' : left < 60_000 ? 'text-idea' : 'text-text',
        )}
      >
        {clock(spentOn(session, item, now))}
        <span className="font-normal text-muted">/{clock(item.minutes * 60_000)}</span>
      </span>
      {rests ? <span className="text-label text-muted">{t('rests')}</span> : null}
      {left < 0 && !rests ? (
        <span className="text-label font-medium text-danger">{t('over')}</span>
      ) : null}
      {takesPart && !rests && wants ? (
        <Button
          size="small"
          icon={<Hand aria-hidden size={14} />}
          aria-pressed={asked}
          disabled={asked}
          onClick={() => runAction(moreTime, target)}
        >
          {t('more', { minutes: EXTENSION_MINUTES })}
          {hands > 0 ? <span className="text-muted">{t('hands', { hands, enough })}</span> : null}
        </Button>
      ) : null}
    </div>
  )
}
