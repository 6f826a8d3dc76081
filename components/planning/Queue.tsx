import { Check, Play, Vote } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { Room } from '#components/live/room.ts'
import { classes } from '#components/ui/classes.ts'
import { currentStory } from '#lib/domain/sessions/clock.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import type { Planned } from './planned.ts'
import { QueueMenu } from './QueueMenu.tsx'
import { asksFor } from './rounds.ts'

interface QueueProps {
  readonly room: Room
  readonly planned: Planned
  readonly now: number
  /** Shows the round on a story that is open until a day. */
  readonly onRound: (story: string) => void
}

/** The stories of a planning session in their order: their size, which one everybody works on, what became of the others. */
export function Queue(queue: QueueProps) {
  const t = useTranslations('planning.queue')
  const { agenda } = queue.room.session
  if (agenda.length === 0) return <p className="text-label text-subtle">{t('none')}</p>
  return (
    <ol aria-label={t('title')} className="flex flex-col">
      {agenda.map((item) => (
        <Row key={item.story} item={item} {...queue} />
      ))}
    </ol>
  )
}

function Row({ item, room, planned, now, onRound }: QueueProps & { readonly item: AgendaItem }) {
  const t = useTranslations('planning.queue')
  const { session } = room
  const story = planned.area.stories.get(item.story)
  const isCurrent = currentStory(session) === item.story
  const name = story ? [story.key, story.title].filter(Boolean).join(' ') : t('hidden')
  const size = item.outcome?.size ?? story?.size ?? null
  const asks = asksFor(room, item, now)
  const hasRound = item.vote?.phase === 'open' && item.vote.deadline !== null
  return (
    <li
      aria-current={isCurrent ? 'step' : undefined}
      className={classes(
        'flex min-h-10 items-center gap-2 rounded-control px-2 py-1',
        isCurrent && 'bg-selected font-medium',
      )}
    >
      <span className="inline-flex w-4 shrink-0 justify-center">
        {item.outcome?.kind === 'sized' ? (
          <Check aria-hidden size={14} className="text-ready" />
        ) : isCurrent ? (
          <Play aria-hidden size={14} className="text-accent-text rtl:-scale-x-100" />
        ) : null}
      </span>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-interface wrap-anywhere 2xl:text-body" title={name}>
          {story?.key ? (
            <span className="font-mono text-label font-normal text-muted">{story.key} </span>
          ) : null}
          {story?.title ?? t('hidden')}
        </span>
        {hasRound ? (
          <button
            type="button"
            onClick={() => onRound(item.story)}
            className={classes(
              'target relative flex min-h-6 items-center gap-1 rounded-control text-label underline-offset-2 hover:underline',
              asks ? 'font-medium text-accent-text' : 'text-muted',
            )}
          >
            <Vote aria-hidden size={14} className="shrink-0" />
            {asks ? t('asks') : t('round', { count: item.vote.voted.length })}
            <span className="sr-only">: {name}</span>
          </button>
        ) : (
          <span className="block text-label font-normal text-muted">
            <State item={item} isCurrent={isCurrent} />
          </span>
        )}
      </span>
      <Size size={size} />
      <QueueMenu item={item} room={room} name={name} onRound={onRound} />
    </li>
  )
}

function State({ item, isCurrent }: { readonly item: AgendaItem; readonly isCurrent: boolean }) {
  const t = useTranslations('planning.queue')
  const { outcome, vote, rounds } = item
  if (outcome) {
    return outcome.kind === 'sized'
      ? t('became.sized')
      : t(outcome.kind === 'parked' ? 'became.parked' : 'became.skipped')
  }
  if (vote?.phase === 'revealed') return t('revealed', { round: vote.round })
  if (vote?.phase === 'open') return t('voting', { count: vote.voted.length })
  if (isCurrent) return t('now')
  return rounds > 0 ? t('rounds', { count: rounds }) : t('waits')
}

/** A story's size, as cards have it. */
export function Size({ size }: { readonly size: string | null }) {
  const t = useTranslations('planning.queue')
  return (
    <span className="min-w-8 shrink-0 text-end font-mono text-label font-semibold 2xl:text-body">
      {size === null ? (
        <>
          <span aria-hidden className="font-normal text-subtle">
            –
          </span>
          <span className="sr-only">{t('noSize')}</span>
        </>
      ) : (
        <>
          <span className="sr-only">{t('size')} </span>
          {size}
        </>
      )}
    </span>
  )
}
