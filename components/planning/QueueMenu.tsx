import { ArrowDown, ArrowUp, Ellipsis, Play, Vote, X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import type { InSession, Room } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import { currentStory } from '#lib/domain/sessions/clock.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'

/** What can be done with a story of the queue; nothing where this person can do none of it. */
export function QueueMenu({
  item,
  room,
  name,
  onRound,
}: {
  readonly item: AgendaItem
  readonly room: Room
  readonly name: string
  readonly onRound: (story: string) => void
}) {
  const t = useTranslations('planning.queue')
  const { session, isMine, me, isCurrent, mayTakePart } = room
  const at = session.agenda.indexOf(item)
  const isUntouched = !item.outcome && item.rounds === 0 && item.spentMs === 0
  const isNow = currentStory(session) === item.story
  const { name: phase } = session.phase
  const mayRemove = isUntouched && !isNow && (isMine || item.addedBy === me)
  const mayTakeUp = isMine && !item.outcome && !isNow && ['running', 'closing'].includes(phase)
  const mayMove = isMine || (phase === 'scheduled' && mayTakePart)
  const hasVotes = item.vote !== null && !isNow
  if (!isCurrent || phase === 'ended' || (!mayMove && !mayRemove && !hasVotes)) return null
  const ask = (command: InSession) => runAction(askInSession, { room, command })
  const move = (after: string | null) => ask({ type: 'moveOnAgenda', story: item.story, after })
  return (
    <Menu
      align="end"
      trigger={
        <IconButton size="small" label={t('menu', { story: name })}>
          <Ellipsis aria-hidden size={16} />
        </IconButton>
      }
    >
      {mayTakeUp ? (
        <MenuItem
          icon={<Play aria-hidden size={14} />}
          onSelect={() => ask({ type: 'takeUpStory', story: item.story })}
        >
          {t('takeUp')}
        </MenuItem>
      ) : null}
      {hasVotes ? (
        <MenuItem icon={<Vote aria-hidden size={14} />} onSelect={() => onRound(item.story)}>
          {t('votes')}
        </MenuItem>
      ) : null}
      {mayMove && at > 0 ? (
        <MenuItem
          icon={<ArrowUp aria-hidden size={14} />}
          onSelect={() => move(session.agenda[at - 2]?.story ?? null)}
        >
          {t('up')}
        </MenuItem>
      ) : null}
      {mayMove && at < session.agenda.length - 1 ? (
        <MenuItem
          icon={<ArrowDown aria-hidden size={14} />}
          onSelect={() => move(session.agenda[at + 1]?.story ?? null)}
        >
          {t('down')}
        </MenuItem>
      ) : null}
      {mayRemove ? (
        <MenuItem
          icon={<X aria-hidden size={14} />}
          onSelect={() => ask({ type: 'removeFromAgenda', story: item.story })}
        >
          {t('remove')}
        </MenuItem>
      ) : null}
    </Menu>
  )
}
