'use client'

import { UsersRound } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { inDigits } from '#components/language/pageLanguage.ts'
import { Button } from '#components/ui/Button.tsx'
import { Popover } from '#components/ui/Popover.tsx'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { peopleInOrder, personFacts } from './personFacts.ts'
import { type FollowingIn, PersonFace } from './PersonFace.tsx'
import type { Room } from './room.ts'
import { askInSession } from './sessionActions.ts'
import { useFits } from './useFits.ts'

interface PeopleProps {
  readonly room: Room
  readonly members: ReadonlyMap<string, MemberInfo>
  /** Without it nobody can be followed here. */
  readonly following?: FollowingIn
}

/** So many have room before the row takes a line of its own. */
const SIDE_BY_SIDE = 6

/**
 * Who is in a session, in one row: as many as fit, those who matter now first, and all of them behind one button.
 * `isNarrow`: that button is always there, because what each of them can be asked or given stands only there.
 */
export function People({ isNarrow = false, ...of }: PeopleProps & { readonly isNarrow?: boolean }) {
  const t = useTranslations('live.people')
  const { room, members, following } = of
  const row = useRef<HTMLUListElement>(null)
  const count = Object.keys(room.session.people).length
  const fits = useFits(row, count)
  const hasMore = isNarrow || count > fits
  const shown = peopleInOrder(room, hasMore).slice(0, hasMore ? fits - 1 : count)
  const basis = isNarrow ? 1 : Math.min(count, SIDE_BY_SIDE)
  return (
    <div className="min-w-8 flex-1" style={{ flexBasis: `${basis * 2.375}rem` }}>
      <ul ref={row} aria-label={t('title')} className="flex items-center gap-1.5">
        {shown.map((id) => (
          <li key={id} className="shrink-0">
            <PersonFace id={id} room={room} members={members} following={following} />
          </li>
        ))}
        {hasMore ? (
          <li className="shrink-0">
            <Everybody {...of} hidden={count - shown.length} count={count} />
          </li>
        ) : null}
      </ul>
    </div>
  )
}

function Everybody({
  room,
  members,
  following,
  hidden,
  count,
}: PeopleProps & { readonly hidden: number; readonly count: number }) {
  const t = useTranslations('live.people')
  return (
    <Popover
      title={t('title')}
      trigger={
        <button
          type="button"
          aria-label={t('all', { count })}
          className="target inline-flex size-8 items-center justify-center rounded-full border border-control bg-surface text-label font-medium text-text hover:bg-hover"
        >
          {hidden > 0 ? `+${inDigits(hidden)}` : <UsersRound aria-hidden size={14} />}
        </button>
      }
    >
      <ul className="mt-2 flex flex-col gap-1">
        {peopleInOrder(room, true).map((id) => {
          const { name, facts } = personFacts(room, members, id)
          return (
            <li key={id} className="flex min-h-11 items-center gap-3">
              <PersonFace id={id} room={room} members={members} following={following} />
              <span aria-hidden className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name}</span>
                <span className="block text-label text-muted">{facts.join(' · ')}</span>
              </span>
              {room.isMine && room.session.hands.includes(id) ? (
                <Button
                  size="small"
                  aria-label={t('giveTo', { name })}
                  onClick={() =>
                    runAction(askInSession, { room, command: { type: 'giveFloor', person: id } })
                  }
                >
                  {t('give')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Popover>
  )
}
