import { Vote } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { useLocked } from '#components/actions/useLocked.ts'
import { useMe } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { roomOf } from '#components/shell/live/liveActions.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { moment } from '#components/ui/dates.ts'
import { useNow } from '#components/ui/useNow.ts'
import { roundsAsking, type SessionHead } from '#lib/domain/sessions/items.ts'

/** Sessions, each with the way into it, and whether it asks for the reader's vote (PL7). */
export function SessionList({
  label,
  heads,
  members,
}: {
  readonly label: string
  readonly heads: readonly SessionHead[]
  readonly members: ReadyArea['members']
}) {
  const t = useTranslations('around.list')
  const { id: me } = useMe()
  const now = useNow()
  const mayVote = useLocked('takePart') === null
  return (
    <ul aria-label={label} className="flex flex-col divide-y rounded-card border bg-surface">
      {heads.map((head) => {
        const asked = mayVote ? roundsAsking(head, me, now).length : 0
        const who = members.get(head.facilitator)?.name ?? t('somebody')
        return (
          <li
            key={head.id}
            className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{head.name}</p>
              <p className="text-label text-muted">
                {head.startsAt === null
                  ? t('by', { who })
                  : t('at', { who, when: moment(head.startsAt) })}
              </p>
              {asked > 0 ? (
                <p className="mt-0.5 flex items-center gap-1.5 text-label font-medium text-accent-text">
                  <Vote aria-hidden size={14} className="shrink-0" />
                  {t('asks', { count: asked })}
                </p>
              ) : null}
            </div>
            <Link
              to={roomOf(head)}
              aria-label={t(`${head.state}Way`, { name: head.name })}
              className={buttonClasses(head.state === 'live' ? 'primary' : 'secondary')}
            >
              {t(`${head.state}Open`)}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
