import { ArrowDown, ArrowUp, Ellipsis, Play, Vote, X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { rightsOn } from '#components/live/agendaRights.ts'
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
  const { session } = room
  const at = session.agenda.indexOf(item)
  const { mayMove, mayRemove, mayTakeUp } = rightsOn(item, room)
  const hasVotes = item.vote !== null && currentStory(session) !== item.story
  if (!room.isCurrent || session.phase.name === 'ended') return null
  if (!mayMove && !mayRemove && !mayTakeUp && !hasVotes) return null
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
