import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import {
  castVote,
  openVote,
  revealVotes,
  type RoomTarget,
} from '#components/live/sessionActions.ts'
import { VoteCards } from '#components/live/VoteCards.tsx'
import { Votes } from '#components/live/Votes.tsx'
import { currentItem } from '#components/live/votes.ts'
import { Button } from '#components/ui/Button.tsx'
import { participantsHere } from '#lib/domain/sessions/clock.ts'
import { namedChoices } from './choices.ts'
import { ASKED_OUTCOMES, type AskedOutcome } from './outcomes.ts'
import { canConclude } from './roomActions.ts'

/** Below the story: the vote on it, and for whoever facilitates what becomes of it. Within a thumb's reach. */
export function VoteBar({
  target,
  area,
  ask,
}: {
  readonly target: RoomTarget
  readonly area: ReadyArea
  readonly ask: (outcome: AskedOutcome) => void
}) {
  const t = useTranslations('meeting')
  const live = useTranslations('live.why')
  const { room } = target
  const { session, isMine, takesPart } = room
  const item = currentItem(session)
  if (!item) return null
  const { vote } = item
  const runs = session.phase.name === 'running'
  const here = participantsHere(session)
  const choices = namedChoices()
  return (
    <section
      aria-label={t('bar')}
      className="flex flex-col gap-2 border-t bg-surface px-3 py-2 md:px-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        {vote?.phase === 'open' ? (
          <>
            <p className="text-interface font-medium 2xl:text-[24px]">
              {t('votes.count', {
                voted: vote.voted.filter((id) => here.includes(id)).length,
                here: here.length,
              })}
            </p>
            {isMine ? (
              <Button
                look="primary"
                disabled={vote.voted.length === 0}
                onClick={() => runAction(revealVotes, target)}
              >
                {t('votes.reveal')}
              </Button>
            ) : (
              <p className="text-label text-muted">
                {room.mayTakePart ? t('votes.hidden') : live('mayOnlyWatch')}
              </p>
            )}
          </>
        ) : vote?.phase === 'revealed' ? (
          <Votes vote={vote} choices={choices} members={area.members} />
        ) : isMine ? null : (
          <p className="text-label text-muted">{t('votes.none')}</p>
        )}
        {isMine && runs && vote?.phase !== 'open' ? (
          <Button onClick={() => runAction(openVote, target)}>
            {vote ? t('votes.again') : t('votes.open')}
          </Button>
        ) : null}
      </div>
      {vote?.phase === 'open' && takesPart ? (
        <VoteCards
          label={t('votes.yours')}
          choices={choices}
          own={room.own[item.story]?.value}
          vote={(value) => runAction(castVote, { room, value })}
        />
      ) : null}
      {canConclude(room) ? (
        <div
          role="group"
          aria-label={t('outcome.label')}
          className="flex items-center gap-2 overflow-x-auto md:flex-wrap"
        >
          <span className="text-label text-muted max-md:sr-only">{t('outcome.label')}</span>
          {ASKED_OUTCOMES.map((outcome) => (
            <Button key={outcome} onClick={() => ask(outcome)}>
              {t(`outcomes.${outcome}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  )
}
