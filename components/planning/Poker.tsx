import { useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { openVote, revealVotes, type RoomTarget } from '#components/live/sessionActions.ts'
import { VoteCards } from '#components/live/VoteCards.tsx'
import { currentItem } from '#components/live/votes.ts'
import { Button } from '#components/ui/Button.tsx'
import { participantsHere } from '#lib/domain/sessions/clock.ts'
import { moment } from '#components/ui/dates.ts'
import { HowSure } from './HowSure.tsx'
import { type Planned, sizeChoices } from './planned.ts'
import { Revealed } from './Revealed.tsx'
import { pressSize } from './roomActions.ts'
import { Skip } from './Skip.tsx'
import { SizeButtons } from './SizeButtons.tsx'

/** Below the story: the vote on its size, and for whoever facilitates the size that it gets. Within a thumb's reach. */
export function Poker({
  target,
  planned,
}: {
  readonly target: RoomTarget
  readonly planned: Planned
}) {
  const t = useTranslations('planning.poker')
  const live = useTranslations('live.why')
  const { room } = target
  const { session, isMine, takesPart } = room
  const item = currentItem(session)
  const current = item?.story
  const region = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    // A size that has the focus is not that of the next story: Enter must not give it that, too.
    if (region.current?.contains(document.activeElement))
      region.current.focus({ preventScroll: true })
  }, [current])
  if (!item) return null
  const { vote, story } = item
  const runs = session.phase.name === 'running'
  const here = participantsHere(session)
  const own = room.own[story]
  // Nobody waits for the deadline of a round while its story is talked about.
  const settles = isMine && runs && !(vote?.phase === 'open' && vote.deadline === null)
  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label={t('title')}
      className="flex max-h-[60%] shrink-0 [@media(max-height:700px)]:max-h-[45%] flex-col gap-2 overflow-y-auto border-t bg-surface px-3 focus-visible:-outline-offset-2 py-2 md:px-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        {vote?.phase === 'open' ? (
          <>
            <p className="text-interface font-medium 2xl:text-[24px]">
              {t('count', {
                voted: vote.voted.filter((id) => here.includes(id)).length,
                here: here.length,
              })}
            </p>
            {isMine ? (
              <Button
                look="primary"
                disabled={vote.voted.length === 0 || !runs}
                onClick={() => runAction(revealVotes, target)}
              >
                {t('reveal')}
              </Button>
            ) : (
              <p className="text-label text-muted">
                {!room.mayTakePart
                  ? live('mayOnlyWatch')
                  : vote.deadline === null
                    ? t('hidden')
                    : t('hiddenUntil', { when: moment(vote.deadline) })}
              </p>
            )}
          </>
        ) : vote === null && !isMine ? (
          <p className="text-label text-muted">{t('none')}</p>
        ) : null}
        {isMine && runs && vote?.phase !== 'open' ? (
          <Button
            look={vote === null ? 'primary' : 'secondary'}
            onClick={() => runAction(openVote, target)}
          >
            {vote ? t('again') : t('open')}
          </Button>
        ) : null}
        {settles ? <Skip room={room} story={story} /> : null}
      </div>
      {vote?.phase === 'revealed' ? (
        <Revealed vote={vote} team={planned.team} members={planned.area.members} />
      ) : null}
      {vote?.phase === 'open' && takesPart ? (
        <>
          <VoteCards
            label={t('yours')}
            choices={sizeChoices(planned.team)}
            own={own?.value}
            vote={(value) => pressSize(room, story, value)}
          />
          <HowSure room={room} story={story} />
        </>
      ) : null}
      {settles ? <SizeButtons room={room} item={item} planned={planned} /> : null}
    </section>
  )
}
