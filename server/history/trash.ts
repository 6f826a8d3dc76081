import type { Actor } from '#lib/domain/roles.ts'
import { type Story, TRASH_DAYS } from '#lib/domain/story.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import type { TrashedStory, TrashPage } from '#lib/schema/history.ts'
import { namePeople } from './names.ts'
import type { Source } from './source.ts'

const DAY_MS = 86_400_000

/** Where a page of the trash begins: behind this story, which was trashed at this time. */
export interface TrashPlace {
  readonly at: number
  readonly story: string
}

/** Gives a page of the stories in the trash that the reader may see (ST7), what was trashed last first. `now` in ms. */
export async function readTrash(
  source: Source,
  reader: Actor,
  { before, limit, now }: { before: TrashPlace | null; limit: number; now: number },
): Promise<TrashPage> {
  const all: Trashed[] = []
  for (const story of source.state.stories.values()) {
    if (isTrashed(story) && readsStory(source.state, story, reader)) all.push(story)
  }
  all.sort((a, b) => b.trashedAt - a.trashedAt || (a.id < b.id ? -1 : 1))
  const start = before === null ? 0 : all.findIndex((story) => isBehind(story, before))
  const page = start < 0 ? [] : all.slice(start, start + limit)
  const trashed = await Promise.all(page.map((story) => describe(source, story, now)))
  const last = start >= 0 && start + limit < all.length ? page.at(-1) : undefined
  return {
    trashed,
    next: last ? `${last.trashedAt}-${last.id}` : null,
    total: all.length,
    due: all.filter(({ trashedAt }) => daysLeft(trashedAt, now) === 0).length,
    people: await namePeople(
      source,
      trashed.flatMap(({ by }) => by ?? []),
    ),
  }
}

type Trashed = Story & { readonly trashedAt: number }

function isTrashed(story: Story): story is Trashed {
  return story.trashedAt !== null
}

function isBehind({ trashedAt, id }: Trashed, place: TrashPlace): boolean {
  return trashedAt < place.at || (trashedAt === place.at && id > place.story)
}

/** Who trashed it is in the log only. */
async function describe(
  { storage, workspace }: Source,
  story: Trashed,
  now: number,
): Promise<TrashedStory> {
  const [event] = await storage.workspaces.history({
    workspace,
    story: story.id,
    types: ['StoryTrashed'],
    limit: 1,
  })
  return { story, by: event?.by ?? null, daysLeft: daysLeft(story.trashedAt, now) }
}

function daysLeft(trashedAt: number, now: number): number {
  return Math.max(0, Math.ceil((trashedAt + TRASH_DAYS * DAY_MS - now) / DAY_MS))
}
