import type { StoryEvent, WorkspaceEvent } from '#lib/domain/event.ts'
import { JUDGED_BY, Past } from '#lib/domain/history/visibility.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { HistoryQuery } from '#server/storage/storage.ts'
import type { Source } from './source.ts'

/** Which events; all that is given has to fit. */
export type HistoryFilter = Omit<
  HistoryQuery,
  'workspace' | 'without' | 'privateTo' | 'before' | 'limit'
>

export interface EventPage {
  readonly events: readonly WorkspaceEvent[]
  /** The page after this one is before here; null at the beginning of the log. */
  readonly next: number | null
}

/** Events that are looked at for one page at most: who may know of few of them gets short pages, not slow ones. */
const MOST_SEEN = 2_000

const BATCH = 500

/**
 * Gives a page of what the reader may know of, newest first, at most `limit` events. Whatever is appended meanwhile, the
 * pages that follow each other by `next` have every event once.
 */
export async function readPage(
  source: Source,
  reader: Actor,
  filter: HistoryFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<EventPage> {
  const { storage, workspace, state } = source
  const past = new Past(state, reader)
  const placings = new Placings(source)
  const events: WorkspaceEvent[] = []
  // What was committed since `state` cannot be judged by it, and comes with the next question.
  let from = Math.min(before ?? Infinity, state.seq + 1)
  // Most readers may know of everything: one event more than they get says whether there is another page.
  let wanted = limit + 1
  for (let seen = 0; seen < MOST_SEEN;) {
    const found = await storage.workspaces.history({
      ...filter,
      workspace,
      // What is nobody else's business is left out by the database: a page full of it would take as long as a full one.
      privateTo: reader.id,
      ...(filter.story === undefined && { without: IN_STORIES_ONLY }),
      before: from,
      limit: wanted,
    })
    for (const event of found) {
      const story = event.story === null ? undefined : state.stories.get(event.story)
      const placed = story && past.hasSecrets ? await placings.of(story.id) : []
      if (past.tells(event, story, placed)) {
        if (events.length === limit) return { events, next: from }
        events.push(event)
      }
      from = event.seq
    }
    if (found.length < wanted) return { events, next: null }
    seen += found.length
    wanted = BATCH
  }
  return { events, next: from }
}

/** What the server does to hundreds of stories in one go is told where one of them is looked at. */
const IN_STORIES_ONLY = ['StoryFiled'] as const

/** More than one story ever changes its team. */
const EVERY = 100_000

/** Where stories went, and what was restored in them, read once for each. */
export class Placings {
  readonly #source: Source
  readonly #read = new Map<string, Promise<readonly StoryEvent[]>>()

  constructor(source: Source) {
    this.#source = source
  }

  /** Gives all events of a story of the types JUDGED_BY. */
  of(story: string): Promise<readonly StoryEvent[]> {
    let reading = this.#read.get(story)
    if (!reading) this.#read.set(story, (reading = this.#load(story)))
    return reading
  }

  async #load(story: string): Promise<readonly StoryEvent[]> {
    const { storage, workspace } = this.#source
    const found = await storage.workspaces.history({
      workspace,
      story,
      types: JUDGED_BY,
      limit: EVERY,
    })
    return found.filter((event) => event.story !== null)
  }
}
