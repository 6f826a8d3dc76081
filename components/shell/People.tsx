'use client'

import { useMemo } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { usePresence } from '#components/session/hooks.ts'
import { AvatarStack, type Person } from '#components/ui/Avatar.tsx'
import { Popover } from '#components/ui/Popover.tsx'
import { useBehind } from '#components/ui/useBehind.ts'
import { loadLive } from './live/loading.ts'

/** Who else is in the workspace now, each person once, however many tabs and devices they have. Nobody: nothing is shown. */
export function People() {
  const t = textsOf('shell.people')
  const presence = usePresence()
  const people = useMemo(() => {
    const known = new Map<string, Person>()
    for (const { user } of presence) known.set(user.id, user)
    return [...known.values()].sort((a, b) => a.name.localeCompare(b.name))
  }, [presence])
  const list = useBehind(loadLive)
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
      {list ? <list.PeopleList people={people} presence={presence} /> : null}
    </Popover>
  )
}
