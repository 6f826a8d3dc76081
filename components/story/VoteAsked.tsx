import { Vote } from 'lucide-react'
import { useLocked } from '#components/actions/useLocked.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useMe, useSessions } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { isRoom, roomOf } from '#components/shell/live/liveActions.ts'
import { useRoute } from '#components/shell/location.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { moment } from '#components/ui/dates.ts'
import { roundsAsking } from '#lib/domain/sessions/items.ts'

/** Says that planning waits for the reader's vote on a story, and leads there (PL7); nothing where it does not. */
export function VoteAsked({
  storyId,
  now,
}: {
  readonly storyId: string
  /** Milliseconds since the epoch. */
  readonly now: number
}) {
  const t = textsOf('story.asked')
  const { id: me } = useMe()
  const { route } = useRoute()
  const mayVote = useLocked('takePart') === null
  const asking = useSessions().flatMap((head) => {
    const round = roundsAsking(head, me, now).find(({ story }) => story === storyId)
    // Whoever is there already has the cards before them.
    return !round || (isRoom(route) && route.session === head.id) ? [] : [{ head, round }]
  })
  const [first] = asking
  if (!first || !mayVote) return null
  return (
    <div className="mt-2 flex min-h-control-small flex-wrap items-center gap-2 text-interface">
      <Vote aria-hidden size={14} className="shrink-0 text-accent-text" />
      <p>{t('vote', { session: first.head.name, when: moment(first.round.deadline) })}</p>
      <Link to={roomOf(first.head)} className={buttonClasses('secondary', 'small')}>
        {t('go')}
      </Link>
    </div>
  )
}
