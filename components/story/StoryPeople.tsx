import { textsOf } from '#components/language/loaded.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { PlainButton } from '#components/ui/PlainButton.tsx'
import type { PersonHere } from './presentPeople.ts'
import { whoEdits } from './presentPeople.ts'
import type { Following } from './useFollowing.ts'

const MOST = 4

/** Who else has the story open; a ring around those who write, and who that is in words. A press follows them (UX17). */
export function StoryPeople({
  people,
  following,
}: {
  readonly people: readonly PersonHere[]
  readonly following: Following
}) {
  const t = textsOf('story')
  if (people.length === 0) return null
  const more = people.length - MOST
  return (
    <div className="flex min-w-0 items-center gap-2">
      <ul aria-label={t('people.here')} className="flex items-center gap-1">
        {people.slice(0, MOST).map((person) => (
          <li key={person.id} className="flex">
            <PlainButton
              data-follow
              aria-label={t('people.follow', { name: person.name })}
              aria-pressed={following.person?.id === person.id}
              title={t('people.followMeans', { name: person.name })}
              onClick={() => following.toggle(person)}
              className="target relative rounded-full"
            >
              <Avatar person={person} ring={person.editing} />
            </PlainButton>
          </li>
        ))}
        {more > 0 ? <li className="text-label text-muted">+{more}</li> : null}
      </ul>
      <span className="truncate text-label text-muted max-sm:hidden">{whoEdits(people)}</span>
    </div>
  )
}
