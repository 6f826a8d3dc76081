import { Avatar } from '#components/ui/Avatar.tsx'
import type { PersonHere } from './presentPeople.ts'
import { whoEdits } from './presentPeople.ts'

const MOST = 4

/** Who else has the story open; a ring around those who write, and who that is in words. */
export function StoryPeople({ people }: { readonly people: readonly PersonHere[] }) {
  if (people.length === 0) return null
  const more = people.length - MOST
  return (
    <div className="flex min-w-0 items-center gap-2">
      <ul aria-label="Also in this story" className="flex items-center gap-1">
        {people.slice(0, MOST).map((person) => (
          <li key={person.id} className="flex">
            <Avatar person={person} ring={person.editing} />
          </li>
        ))}
        {more > 0 ? <li className="text-label text-muted">+{more}</li> : null}
      </ul>
      <span className="truncate text-label text-muted max-sm:hidden">{whoEdits(people)}</span>
    </div>
  )
}
