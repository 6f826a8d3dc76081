import { ChevronDown, UserRoundCog } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction, worldOf } from '#components/actions/index.ts'
import type { ReadyArea } from '#components/actions/index.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import { isAllowed } from '#lib/domain/permissions.ts'
import { isHandoverDue } from '#lib/domain/sessions/clock.ts'
import { askInSession, mayTakeOver, type RoomTarget, takeOver } from './sessionActions.ts'

/** Who facilitates; they hand it over here, and once they have dropped out it is offered to the others (MT5). */
export function Facilitator({
  target,
  area,
  className,
}: {
  readonly target: RoomTarget
  readonly area: ReadyArea
  readonly className?: string
}) {
  const t = useTranslations('live.facilitator')
  const { room, now } = target
  const { session, isMine } = room
  const person = area.members.get(session.facilitator)
  const name = person?.name ?? t('somebody')
  const shown = (
    <>
      {person ? <Avatar person={person} size="small" /> : null}
      <span className="max-w-40 truncate max-md:sr-only">{isMine ? t('you') : name}</span>
    </>
  )
  const isOver = session.phase.name === 'ended'
  return (
    <div className={classes('flex items-center gap-1 text-label md:gap-2', className)}>
      <span className="text-muted">
        <UserRoundCog aria-hidden size={14} className="md:hidden" />
        <span className="max-md:sr-only">{t('label')}</span>
      </span>
      {isMine && !isOver ? (
        <Menu
          trigger={
            <Button size="small" aria-label={t('handOver')}>
              {shown}
              <ChevronDown aria-hidden size={12} className="text-subtle" />
            </Button>
          }
        >
          <Others target={target} area={area} />
        </Menu>
      ) : (
        <span className="inline-flex items-center gap-1.5 font-medium">{shown}</span>
      )}
      {mayTakeOver(target) && isHandoverDue(session, now) ? (
        <Button look="primary" size="small" onClick={() => runAction(takeOver, target)}>
          {t('takeOver')}
        </Button>
      ) : null}
    </div>
  )
}

function Others({
  target: { room },
  area,
}: {
  readonly target: RoomTarget
  readonly area: ReadyArea
}) {
  const t = useTranslations('live.facilitator')
  const world = worldOf(area)
  const { session, me } = room
  const spot = session.team === null ? {} : { team: session.team }
  const able = [...world.members.values()].filter(
    (member) => member.id !== me && isAllowed(world, member, 'runSession', spot),
  )
  const isHere = (id: string) => session.people[id]?.isHere === true
  const sorted = able.sort(
    (a, b) => Number(isHere(b.id)) - Number(isHere(a.id)) || a.name.localeCompare(b.name),
  )
  if (sorted.length === 0) return <MenuItem unavailable={t('nobodyMeans')}>{t('nobody')}</MenuItem>
  return sorted.slice(0, 20).map(({ id, name }) => (
    <MenuItem
      key={id}
      onSelect={() => runAction(askInSession, { room, command: { type: 'handOver', person: id } })}
    >
      {isHere(id) ? name : t('notHere', { name })}
    </MenuItem>
  ))
}
