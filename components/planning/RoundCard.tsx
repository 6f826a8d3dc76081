'use client'

import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import type { InSession } from '#components/live/room.ts'
import { askInSession, type RoomTarget } from '#components/live/sessionActions.ts'
import { VoteCards } from '#components/live/VoteCards.tsx'
import { inAList } from '#components/language/pageLanguage.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { moment } from '#components/ui/dates.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import { HowSure } from './HowSure.tsx'
import { type Planned, sizeChoices } from './planned.ts'
import { Revealed } from './Revealed.tsx'
import { pressSize } from './roomActions.ts'
import { distance, roundOf } from './rounds.ts'
import { SizeButtons } from './SizeButtons.tsx'
import { VoteComment } from './VoteComment.tsx'

/** A story that is voted on without a meeting: until when, one's own vote with why, and at the end all of them and a size. */
export function RoundCard({
  target: { room, now },
  planned,
  item,
}: {
  readonly target: RoomTarget
  readonly planned: Planned
  readonly item: AgendaItem
}) {
  const t = useTranslations('planning.round')
  const { isMine, mayTakePart, isCurrent, me } = room
  const story = planned.area.stories.get(item.story)
  const round = roundOf(item)
  const ask = (command: InSession) => runAction(askInSession, { room, command })
  const own = room.own[item.story]
  const voters = (round?.voted ?? []).map((id) =>
    id === me ? t('you') : (planned.area.members.get(id)?.name ?? t('somebody')),
  )
  const mayVote = mayTakePart && isCurrent && round !== null && round.deadline > now
  return (
    <article
      aria-label={[story?.key, story?.title].filter(Boolean).join(' ') || t('hidden')}
      className="flex flex-col gap-3 rounded-card border bg-surface p-3 md:p-4"
    >
      <div className="flex flex-col gap-0.5">
        <h4 className="text-body font-medium wrap-anywhere">
          {story ? (
            <Link
              to={{ page: 'story', key: story.key ?? story.id }}
              className="underline-offset-2 hover:underline"
            >
              <span className="font-mono text-label text-muted">{story.key}</span> {story.title}
            </Link>
          ) : (
            t('hidden')
          )}
        </h4>
        <p className="text-label text-muted">
          {t('criteria', { count: story?.facts?.criteria ?? 0 })}
          {round ? ` · ${t('until', { when: moment(round.deadline) })}` : null}
          {round && round.deadline > now ? ` ${left(t, round.deadline, now)}` : null}
        </p>
      </div>
      {round ? (
        <>
          <p className="text-interface">
            {voters.length === 0 ? t('noVotes') : t('voted', { names: inAList(voters) })}
          </p>
          {mayVote ? (
            <>
              <VoteCards
                label={t('yours')}
                choices={sizeChoices(planned.team)}
                own={own?.value}
                hasKeys={false}
                vote={(value) => pressSize(room, item.story, value)}
              />
              <HowSure room={room} story={item.story} />
              <VoteComment key={`${item.story} ${round.round}`} room={room} story={item.story} />
            </>
          ) : null}
          {isMine && isCurrent ? (
            <div>
              <Button
                disabled={round.voted.length === 0}
                onClick={() => ask({ type: 'revealVotes', story: item.story, round: round.round })}
              >
                {t('revealNow')}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
      {item.vote?.phase === 'revealed' ? (
        <>
          <Revealed vote={item.vote} team={planned.team} members={planned.area.members} />
          {isMine && isCurrent ? <SizeButtons room={room} item={item} planned={planned} /> : null}
        </>
      ) : null}
    </article>
  )
}

function left(
  t: ReturnType<typeof useTranslations<'planning.round'>>,
  deadline: number,
  now: number,
): string {
  const { count, unit } = distance(deadline, now)
  return t(`left.${unit}`, { count })
}
