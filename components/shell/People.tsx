'use client'

import { useMemo } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { usePresence } from '#components/session/hooks.ts'
import { AvatarStack, type Person } from '#components/ui/Avatar.tsx'
import { Popover } from '#components/ui/Popover.tsx'
import { Avatar } from '#components/ui/Avatar.tsx'

/** Who else is in the workspace now, each person once, however many tabs and devices they have. Nobody: nothing is shown. */
export function People() {
  const t = textsOf('shell.people')
  const presence = usePresence()
  const people = useMemo(() => {
    const known = new Map<string, Person>()
    for (const { user } of presence) known.set(user.id, user)
    return [...known.values()].sort((a, b) => a.name.localeCompare(b.name))
  }, [presence])
  if (people.length === 0) return null
  return (
    <Popover
      title={t('title')}
      className="w-64"
      trigger={
        <button
          type="button"
          aria-label={t('others', { count: people.length })}
          className="target flex items-center rounded-full"
        >
          <AvatarStack people={people} />
        </button>
      }
    >
      <ul className="mt-2 flex flex-col gap-1.5">
        {people.map((person) => (
          <li key={person.id} className="flex items-center gap-2">
            <Avatar person={person} />
            <span className="min-w-0 truncate">{person.name}</span>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
