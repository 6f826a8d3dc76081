import { Ellipsis, Eye, LogOut, Pause, Play, SkipForward, Square, UserRoundCog } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { Facilitator } from '#components/live/Facilitator.tsx'
import { Hands } from '#components/live/Hands.tsx'
import { People } from '#components/live/People.tsx'
import { Reactions } from '#components/live/Reactions.tsx'
import type { InSession } from '#components/live/room.ts'
import {
  askInSession,
  mayTakeOver,
  nextOf,
  pauseOrResume,
  type RoomTarget,
  takeOver,
  takeUpNext,
} from '#components/live/sessionActions.ts'
import { TimeBox } from '#components/live/TimeBox.tsx'
import { navigate } from '#components/shell/location.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuGroup, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { currentStory } from '#lib/domain/sessions/clock.ts'

/** How long the others may read in silence, in minutes. */
const SILENT = [1, 2, 3, 5] as const

/** Above the room: what it is, who facilitates, how the time stands, who is there. */
export function RoomHeader({
  target,
  area,
  following,
}: {
  readonly target: RoomTarget
  readonly area: ReadyArea
  readonly following: { readonly followed: string | null; readonly toggle: (id: string) => void }
}) {
  const t = useTranslations('meeting.header')
  const { room } = target
  const { session } = room
  const isPaused = session.phase.name === 'paused'
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-surface px-3 py-2 md:px-4">
      <h2 className="max-w-64 min-w-0 truncate text-body font-semibold 2xl:text-[24px]">
        {session.name}
      </h2>
      <TimeBox target={target} />
      {room.isMine && session.phase.name !== 'closing' ? (
        <Button
          size="small"
          icon={isPaused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />}
          onClick={() => runAction(pauseOrResume, target)}
        >
          {isPaused ? t('resume') : t('pause')}
        </Button>
      ) : isPaused ? (
        <span className="text-label text-muted">{t('paused')}</span>
      ) : null}
      <Facilitator target={target} area={area} />
      <span className="flex-1" />
      <Hands target={target} members={area.members} />
      <Reactions room={room} members={area.members} />
      <People room={room} members={area.members} following={following} />
      <More target={target} />
    </header>
  )
}

function More({ target }: { readonly target: RoomTarget }) {
  const t = useTranslations('meeting.header')
  const { room } = target
  const { session, isMine, takesPart, mayTakePart } = room
  const ask = (command: InSession) => runAction(askInSession, { room, command })
  const current = currentStory(session)
  return (
    <Menu
      align="end"
      trigger={
        <IconButton size="small" label={t('more')}>
          <Ellipsis aria-hidden size={16} />
        </IconButton>
      }
    >
      {isMine && session.phase.name === 'running' && current !== null ? (
        <MenuGroup heading={t('silent')}>
          {SILENT.map((minutes) => (
            <MenuItem
              key={minutes}
              onSelect={() => ask({ type: 'takeUpStory', story: current, silent: minutes })}
            >
              {t('minutes', { minutes })}
            </MenuItem>
          ))}
        </MenuGroup>
      ) : null}
      {isMine && nextOf(room) !== null ? (
        <MenuItem
          icon={<SkipForward aria-hidden size={14} />}
          keys="N"
          onSelect={() => runAction(takeUpNext, target)}
        >
          {t('next')}
        </MenuItem>
      ) : null}
      {isMine && current !== null && session.phase.name === 'running' ? (
        <MenuItem
          icon={<SkipForward aria-hidden size={14} />}
          onSelect={() =>
            ask({ type: 'concludeStory', story: current, outcome: { kind: 'skipped' } })
          }
        >
          {t('skip')}
        </MenuItem>
      ) : null}
      {mayTakePart ? (
        <MenuItem
          icon={<Eye aria-hidden size={14} />}
          onSelect={() => ask({ type: 'joinSession', as: takesPart ? 'observer' : 'participant' })}
        >
          {takesPart ? t('watch') : t('takePart')}
        </MenuItem>
      ) : null}
      {mayTakeOver(target) ? (
        <MenuItem
          icon={<UserRoundCog aria-hidden size={14} />}
          onSelect={() => runAction(takeOver, target)}
        >
          {t('takeOver')}
        </MenuItem>
      ) : null}
      <MenuItem
        icon={<LogOut aria-hidden size={14} />}
        onSelect={() => {
          room.live.attend(null)
          ask({ type: 'leaveSession' })
          navigate({ page: 'meetings' })
        }}
      >
        {t('leave')}
      </MenuItem>
      {isMine ? (
        <>
          <MenuLine />
          <MenuItem
            danger
            icon={<Square aria-hidden size={14} />}
            onSelect={() => ask({ type: 'endSession' })}
          >
            {t('end')}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  )
}
