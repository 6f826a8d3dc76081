import { textsOf } from '#components/language/loaded.ts'
import { useArea } from '#components/session/hooks.ts'
import { Avatar, type Person } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import type { Presence } from '#lib/client/client.ts'
import { activityOf } from './activity.ts'

/** Who else is here, in which story, writing or away from the page. */
export function PeopleList({
  people,
  presence,
}: {
  readonly people: readonly Person[]
  readonly presence: readonly Presence[]
}) {
  const t = textsOf('shell.people')
  const area = useArea()
  return (
    <ul className="mt-2 flex flex-col gap-1.5">
      {people.map((person) => {
        const { story, writes, isIdle } = activityOf(presence, person.id)
        const known = area.phase === 'ready' && story ? area.stories.get(story) : undefined
        const name = known ? [known.key, known.title].filter(Boolean).join(' ') : null
        const where =
          story === null
            ? null
            : name === null
              ? t(writes ? 'inStoryWrites' : 'inStory')
              : t(writes ? 'writes' : 'reads', { story: name })
        return (
          <li key={person.id} className="flex items-center gap-2">
            <span className={classes(isIdle && 'opacity-50')}>
              <Avatar person={person} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{person.name}</span>
              {isIdle || where !== null ? (
                <span className="block truncate text-label text-muted" title={where ?? undefined}>
                  {isIdle ? t('idle') : where}
                </span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
