import { Eye, Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Avatar } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { initials } from '#components/ui/initials.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { personFacts } from './personFacts.ts'
import type { Room } from './room.ts'
import { votedOn } from './votes.ts'

/** Whom this page goes along with. */
export interface FollowingIn {
  readonly followed: string | null
  readonly toggle: (id: string) => void
}

/** A person of a session as a picture with a mark; where they can be followed, as a button that does it. */
export function PersonFace({
  id,
  room,
  members,
  following,
}: {
  readonly id: string
  readonly room: Pick<Room, 'session' | 'me'>
  readonly members: ReadonlyMap<string, MemberInfo>
  readonly following?: FollowingIn | undefined
}) {
  const t = useTranslations('live.people')
  const { session, me } = room
  const { as, isHere } = session.people[id] ?? { as: 'participant', isHere: false }
  const member = members.get(id)
  const { name, facts } = personFacts(room, members, id)
  const words = [name, ...facts].join(', ')
  const follow = following && isHere && id !== me ? () => following.toggle(id) : undefined
  return (
    <span className="relative block" title={words}>
      <Face
        className={classes(
          'block rounded-full',
          session.speaker === id && 'outline-2 outline-offset-2 outline-accent',
        )}
        label={t('follow', { who: words })}
        isFollowed={following?.followed === id}
        follow={follow}
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
      {follow ? null : <span className="sr-only">{words}</span>}
      <Mark>
        {session.hands.includes(id) ? (
          <Hand aria-hidden size={10} />
        ) : as === 'observer' ? (
          <Eye aria-hidden size={10} />
        ) : votedOn(session)?.has(id) ? (
          '✓'
        ) : null}
      </Mark>
    </span>
  )
}

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
      className={classes(
        'target',
        className,
        isFollowed &&
          'ring-2 ring-accent ring-offset-2 forced-colors:outline-2 forced-colors:outline-dashed',
      )}
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
