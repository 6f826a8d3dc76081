import { Ellipsis, Eye, LogOut, Pause, Play, SkipForward, Square, UserRoundCog } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { Facilitator } from './Facilitator.tsx'
import { Hands } from './Hands.tsx'
import { People } from './People.tsx'
import { Reactions } from './Reactions.tsx'
import type { InSession } from './room.ts'
import {
  askInSession,
  mayTakeOver,
  nextOf,
  pauseOrResume,
  type RoomTarget,
  takeOver,
  takeUpNext,
} from './sessionActions.ts'
import { listOf } from './places.ts'
import { Clock, MoreTime } from './TimeBox.tsx'
import { useEnding } from './useEnding.tsx'
import { navigate } from '#components/shell/location.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuGroup, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { useMedia } from '#components/ui/useMedia.ts'
import { currentStory } from '#lib/domain/sessions/clock.ts'

/** How long the others may read in silence, in minutes. */
const SILENT = [1, 2, 3, 5] as const

/** Above the room: what it is, who facilitates, how the time stands, who is there. */
export function RoomHeader({
  target,
  area,
  following,
  children,
}: {
  readonly target: RoomTarget
  readonly area: ReadyArea
  readonly following: { readonly followed: string | null; readonly toggle: (id: string) => void }
  /** What else is said of the session, behind its name. */
  readonly children?: ReactNode
}) {
  const t = useTranslations('live.header')
  const { room } = target
  const { session } = room
  const isPaused = session.phase.name === 'paused'
  const isWide = useMedia('(min-width: 48rem)')
  const pause = () => runAction(pauseOrResume, target)
  const icon = isPaused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />
  const name = isPaused ? t('resume') : t('pause')
  return (
    // On a phone in two lines: what it is, how the time stands, what can be done; who is there.
    <header className="flex flex-wrap items-center gap-x-2.5 gap-y-2 border-b bg-surface px-3 py-2 md:gap-x-4 md:px-4">
      <h2
        title={session.name}
        className="min-w-10 flex-1 truncate text-body font-semibold md:max-w-64 md:flex-none 2xl:text-[24px]"
      >
        {session.name}
      </h2>
      <div className="contents max-md:hidden">{children}</div>
      <Clock target={target} />
      <MoreTime target={target} className="max-md:order-2" />
      {!room.isMine || session.phase.name === 'closing' ? null : isWide ? (
        <Button size="small" icon={icon} onClick={pause}>
          {name}
        </Button>
      ) : (
        <IconButton size="small" label={name} onClick={pause}>
          {icon}
        </IconButton>
      )}
      <Facilitator target={target} area={area} className="max-md:order-2" />
      <span aria-hidden className="order-1 -mt-2 h-0 basis-full md:hidden" />
      <div className="order-2 flex min-w-8 flex-1 md:order-none md:contents">
        <People room={room} members={area.members} following={following} isNarrow={!isWide} />
      </div>
      <div className="contents md:ms-auto md:flex md:items-center md:gap-2">
        <Hands target={target} members={area.members} className="max-md:order-2" />
        <span className="max-md:order-2">
          <Reactions room={room} members={area.members} />
        </span>
        <More target={target} />
      </div>
    </header>
  )
}

function More({ target }: { readonly target: RoomTarget }) {
  const t = useTranslations('live.header')
  const { room } = target
  const { session, isMine, takesPart, mayTakePart } = room
  const ask = (command: InSession) => runAction(askInSession, { room, command })
  const current = currentStory(session)
  const { end, question } = useEnding(room)
  return (
    <>
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
            onSelect={() =>
              ask({ type: 'joinSession', as: takesPart ? 'observer' : 'participant' })
            }
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
            navigate(listOf(session))
          }}
        >
          {t('leave', { kind: session.kind })}
        </MenuItem>
        {isMine ? (
          <>
            <MenuLine />
            <MenuItem danger icon={<Square aria-hidden size={14} />} onSelect={end}>
              {t('end', { kind: session.kind })}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {question}
    </>
  )
}
