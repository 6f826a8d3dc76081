import { Hand, Mic } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { askInSession, raiseHand, type RoomTarget } from './sessionActions.ts'

/**
 * Raising one's hand; who has the floor, and who comes next. Whoever facilitates gives it with a press of the name; on a
 * phone that stands among the people.
 */
export function Hands({
  target,
  members,
  className,
}: {
  readonly target: RoomTarget
  readonly members: ReadonlyMap<string, MemberInfo>
  readonly className?: string
}) {
  const t = useTranslations('live.hands')
  const { room } = target
  const { session, me, isMine } = room
  const { name: phase } = session.phase
  if (phase !== 'running' && phase !== 'closing') return null
  const nameOf = (id: string) => (id === me ? t('you') : (members.get(id)?.name ?? t('somebody')))
  const isUp = session.hands.includes(me)
  const speaks = session.speaker === me
  return (
    <div className={classes('flex flex-wrap items-center gap-2', className)}>
      <Button
        size="small"
        look={isUp || speaks ? 'primary' : 'secondary'}
        aria-pressed={isUp || speaks}
        icon={<Hand aria-hidden size={14} />}
        onClick={() => runAction(raiseHand, target)}
      >
        <span className="max-md:sr-only">
          {speaks ? t('done') : isUp ? t('lower') : t('raise')}
        </span>
      </Button>
      {session.speaker !== null ? (
        <span className="inline-flex items-center gap-1 text-label font-medium max-md:sr-only">
          <Mic aria-hidden size={14} className="text-accent-text" />
          {t('speaks', { name: nameOf(session.speaker) })}
        </span>
      ) : null}
      {session.hands.length > 0 ? (
        <ol
          aria-label={t('queue')}
          className="flex flex-wrap items-center gap-1 text-label max-md:hidden"
        >
          {session.hands.map((id) => (
            <li key={id}>
              {isMine ? (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t('give', { name: nameOf(id) })}
                  onClick={() =>
                    runAction(askInSession, { room, command: { type: 'giveFloor', person: id } })
                  }
                >
                  {nameOf(id)}
                </Button>
              ) : (
                <span className="text-muted">{nameOf(id)}</span>
              )}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}
