import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { Link } from '#components/shell/Link.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { moment } from '#components/ui/dates.ts'
import type { SessionHead } from '#lib/domain/sessions/items.ts'

/** Meetings, each with the way into it. */
export function MeetingList({
  label,
  heads,
  members,
}: {
  readonly label: string
  readonly heads: readonly SessionHead[]
  readonly members: ReadyArea['members']
}) {
  const t = useTranslations('meeting.list')
  return (
    <ul aria-label={label} className="flex flex-col divide-y rounded-card border bg-surface">
      {heads.map((head) => {
        const to = { page: 'meeting', session: head.id } as const
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
            </div>
            <Link
              to={to}
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
