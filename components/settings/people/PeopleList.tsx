'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { TextsIn } from '#components/language/messages.ts'
import { Button } from '#components/ui/Button.tsx'
import { Input } from '#components/ui/Input.tsx'
import type { Team } from '#lib/domain/team.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { Rows } from '../Rows.tsx'
import { roleNames } from '../roleNames.ts'
import { MemberRow, type Membership } from './MemberRow.tsx'

/** From so many people on there is a field to find one. */
const FIND_FROM = 12
/** So many are shown at first, and with each press more. */
const SHOWN = 50

/** Everybody in the workspace; of many a part, and a field to find the others by name, role or team (UX22). */
export function PeopleList({
  people,
  teams,
  locked,
}: {
  readonly people: readonly MemberInfo[]
  readonly teams: ReadonlyMap<string, Team>
  readonly locked: boolean
}) {
  const t = useTranslations('settings.people')
  const words = useTranslations('words')
  const [wanted, setWanted] = useState('')
  const [most, setMost] = useState(SHOWN)
  const memberships = useMemo(() => membershipsOf(teams), [teams])
  const found = people.filter((person) =>
    matches(words, person, memberships.get(person.id) ?? [], wanted.trim().toLowerCase()),
  )
  return (
    <>
      {people.length >= FIND_FROM ? (
        <Input
          type="search"
          aria-label={t('find')}
          placeholder={t('findShort')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="mb-3 max-w-xs"
        />
      ) : null}
      {found.length === 0 ? (
        <p role="status" className="text-muted">
          {t('notFound', { wanted: wanted.trim() })}
        </p>
      ) : (
        <Rows label={t('list')}>
          {found.slice(0, most).map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              memberships={memberships.get(member.id) ?? []}
              locked={locked}
            />
          ))}
        </Rows>
      )}
      {found.length > most ? (
        <Button className="mt-3" onClick={() => setMost(most + SHOWN)}>
          {t('more', { more: Math.min(SHOWN, found.length - most), of: found.length })}
        </Button>
      ) : null}
    </>
  )
}

function membershipsOf(teams: ReadonlyMap<string, Team>): ReadonlyMap<string, Membership[]> {
  const memberships = new Map<string, Membership[]>()
  for (const team of [...teams.values()].sort((a, b) => a.name.localeCompare(b.name))) {
    if (team.archivedAt !== null) continue
    for (const { user, role } of team.members) {
      memberships.set(user, [...(memberships.get(user) ?? []), { team, role }])
    }
  }
  return memberships
}

function matches(
  words: TextsIn<'words'>,
  person: MemberInfo,
  memberships: readonly Membership[],
  wanted: string,
): boolean {
  const teams = memberships.map(({ team }) => team.name)
  return [person.name, roleNames(words, person.roles), ...teams].some((word) =>
    word.toLowerCase().includes(wanted),
  )
}
