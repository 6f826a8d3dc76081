import { Eye, Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Avatar } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { initials } from '#components/ui/initials.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { votedOn } from './votes.ts'
import type { Room } from './room.ts'

/** Who is in a session: who facilitates, who has voted, who asks to speak, who watches, who has gone. */
export function People({
  room: { session, me },
  members,
  following,
}: {
  readonly room: Pick<Room, 'session' | 'me'>
  readonly members: ReadonlyMap<string, MemberInfo>
  /** Whom this page goes along with; without it nobody can be followed here. */
  readonly following?: { readonly followed: string | null; readonly toggle: (id: string) => void }
}) {
  const t = useTranslations('live.people')
  const voted = votedOn(session)
  const people = Object.entries(session.people).sort(([, a], [, b]) => a.joinedAt - b.joinedAt)
  return (
    <ul aria-label={t('title')} className="flex flex-wrap items-center gap-1.5">
      {people.map(([id, { as, isHere }]) => {
        const member = members.get(id)
        const name = id === me ? t('you') : (member?.name ?? t('somebody'))
        const facts = [
          id === session.facilitator && t('facilitates'),
          as === 'observer' && t('watches'),
          !isHere && t('gone'),
          isHere && as === 'participant' && voted && (voted.has(id) ? t('voted') : t('notYet')),
          session.speaker === id && t('speaks'),
          session.hands.includes(id) && t('hand'),
        ].filter(Boolean)
        const words = [name, ...facts].join(', ')
        return (
          <li key={id} className="relative" title={words}>
            <Face
              className={classes(
                'block rounded-full',
                session.speaker === id && 'outline-2 outline-offset-2 outline-accent',
              )}
              label={t('follow', { who: words })}
              isFollowed={following?.followed === id}
              follow={following && isHere && id !== me ? () => following.toggle(id) : undefined}
            >
              {isHere ? (
                <span aria-hidden>
                  <Avatar
                    person={{ id, name: member?.name ?? '?', colour: member?.colour ?? 0 }}
                    size="large"
                  />
                </span>
              ) : (
                <span
                  aria-hidden
                  className="inline-flex size-8 items-center justify-center rounded-full border border-dashed border-control bg-sunken text-label text-muted"
                >
                  {initials(member?.name ?? '?')}
                </span>
              )}
            </Face>
            {following && isHere && id !== me ? null : <span className="sr-only">{words}</span>}
            <Mark>
              {session.hands.includes(id) ? (
                <Hand aria-hidden size={10} />
              ) : as === 'observer' ? (
                <Eye aria-hidden size={10} />
              ) : voted?.has(id) ? (
                '✓'
              ) : null}
            </Mark>
          </li>
        )
      })}
    </ul>
  )
}

/** A person as a picture; where they can be followed, as a button that does it. */
function Face({
  className,
  label,
  isFollowed,
  follow,
  children,
}: {
  readonly className: string
  readonly label: string
  readonly isFollowed: boolean
  readonly follow: (() => void) | undefined
  readonly children: ReactNode
}) {
  if (!follow) return <span className={className}>{children}</span>
  return (
    <button
      type="button"
      data-follow
      aria-pressed={isFollowed}
      className={classes(className, isFollowed && 'ring-2 ring-accent ring-offset-2')}
      onClick={follow}
    >
      {children}
      <span className="sr-only">{label}</span>
    </button>
  )
}

function Mark({ children }: { readonly children: ReactNode }) {
  if (children === null) return null
  return (
    <span
      aria-hidden
      className="absolute -end-1 -bottom-1 inline-flex size-4 items-center justify-center rounded-full border bg-surface text-[10px] font-semibold text-text"
    >
      {children}
    </span>
  )
}
