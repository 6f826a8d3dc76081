import { ArrowDown, ArrowUp, Check, Ellipsis, Play, X } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { clock } from '#components/live/clock.ts'
import type { InSession, Room } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import { currentStory, spentOn } from '#lib/domain/sessions/clock.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'

/** The stories of a meeting in their order: which one everybody works on, what became of those before it. */
export function Agenda({
  room,
  area,
  now,
}: {
  readonly room: Room
  readonly area: ReadyArea
  readonly now: number
}) {
  const t = useTranslations('meeting.agenda')
  const { session } = room
  if (session.agenda.length === 0) return <p className="text-label text-subtle">{t('none')}</p>
  return (
    <ol aria-label={t('title')} className="flex flex-col">
      {session.agenda.map((item) => (
        <Row key={item.story} item={item} room={room} area={area} now={now} />
      ))}
    </ol>
  )
}

function Row({
  item,
  room,
  area,
  now,
}: {
  readonly item: AgendaItem
  readonly room: Room
  readonly area: ReadyArea
  readonly now: number
}) {
  const t = useTranslations('meeting')
  const { session } = room
  const story = area.stories.get(item.story)
  const isCurrent = currentStory(session) === item.story
  const spent = spentOn(session, item, now)
  const name = story ? [story.key, story.title].filter(Boolean).join(' ') : t('agenda.hidden')
  return (
    <li
      aria-current={isCurrent ? 'step' : undefined}
      className={classes(
        'flex min-h-10 items-center gap-2 rounded-control px-2 py-1',
        isCurrent && 'bg-selected font-medium',
      )}
    >
      <span className="inline-flex w-4 shrink-0 justify-center">
        {item.outcome ? (
          <Check aria-hidden size={14} className="text-ready" />
        ) : isCurrent ? (
          <Play aria-hidden size={14} className="text-accent-text" />
        ) : null}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-interface" title={name}>
          {name}
        </span>
        <span className="block text-label text-muted">
          {item.outcome
            ? `${t(`agenda.became.${item.outcome.kind as 'ready'}`)} · ${clock(spent)}`
            : spent > 0
              ? t('agenda.spent', { spent: clock(spent), minutes: item.minutes })
              : t('agenda.minutes', { minutes: item.minutes })}
        </span>
      </span>
      <RowMenu item={item} room={room} name={name} />
    </li>
  )
}

/** What can be done with a story on the agenda; nothing where this person can do none of it. */
function RowMenu({
  item,
  room,
  name,
}: {
  readonly item: AgendaItem
  readonly room: Room
  readonly name: string
}) {
  const t = useTranslations('meeting.agenda')
  const { session, isMine, me, isCurrent, mayTakePart } = room
  const at = session.agenda.indexOf(item)
  const isUntouched = !item.outcome && item.rounds === 0 && item.spentMs === 0
  const isNow = currentStory(session) === item.story
  const mayRemove = isUntouched && !isNow && (isMine || item.addedBy === me)
  const mayTakeUp =
    isMine && !item.outcome && !isNow && ['running', 'closing'].includes(session.phase.name)
  const isOver = session.phase.name === 'ended'
  const mayMove = isMine || (session.phase.name === 'scheduled' && mayTakePart)
  if (!isCurrent || isOver || (!mayMove && !mayRemove)) return null
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
