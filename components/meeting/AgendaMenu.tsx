'use client'

import { ArrowDown, ArrowUp, Ellipsis, Play, Timer, X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { rightsOn } from '#components/live/agendaRights.ts'
import type { InSession } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import type { AgendaRowProps } from './AgendaRow.tsx'

/** What can be done with a story on the agenda; nothing where this person can do none of it. */
export function AgendaMenu({
  item,
  above,
  below,
  room,
  move,
  name,
  onTiming,
  returnFocusTo,
}: Pick<AgendaRowProps, 'item' | 'above' | 'below' | 'room' | 'move'> & {
  readonly name: string
  /** Its time is to be changed. */
  readonly onTiming: () => void
  readonly returnFocusTo: () => HTMLElement
}) {
  const t = useTranslations('meeting.agenda')
  const { mayMove, mayRemove, mayTakeUp, mayTime } = rightsOn(item, room)
  if (!mayMove && !mayRemove && !mayTakeUp && !mayTime) return null
  const ask = (command: InSession) => runAction(askInSession, { room, command })
  return (
    <Menu
      align="end"
      returnFocusTo={returnFocusTo}
      trigger={
        <IconButton size="small" tooltip={false} label={t('menu', { story: name })}>
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
      {mayTime ? (
        <MenuItem icon={<Timer aria-hidden size={14} />} onSelect={onTiming}>
          {t('changeBox')}
        </MenuItem>
      ) : null}
      {mayMove && above !== undefined ? (
        <MenuItem icon={<ArrowUp aria-hidden size={14} />} onSelect={() => move(item.story, above)}>
          {t('up')}
        </MenuItem>
      ) : null}
      {mayMove && below !== undefined ? (
        <MenuItem
          icon={<ArrowDown aria-hidden size={14} />}
          onSelect={() => move(item.story, below)}
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
