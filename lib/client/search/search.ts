import type { Story } from '../../domain/story.ts'
import type { Found, SearchFilter, StoryLine } from '../../search/storyIndex.ts'
import type { Readable, WorkspaceClient } from '../client.ts'
import { databaseName } from '../localStore.ts'
import { Value } from '../readable.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** Changes of the stories that come together are told together, this long after the first, ms. */
const GATHER = 200

/** How far the words of stories are known to the search. */
export interface Reading {
  /** Of so many stories it knows what is written in them. */
  readonly stories: number
  /** More are being read from the disk. */
  readonly isReading: boolean
}

/** Finds stories by what their cards, documents and discussions say, as far as they are on this device. */
export interface Search {
  readonly reading: Readable<Reading>
  /** Gives the best `most` stories for a question, or null when a later question has overtaken this one. */
  find(question: string, filter: SearchFilter, most: number): Promise<Found | null>
  /** Looks for what was written since. */
  look(): void
}

/** What is asked of a worker. */
export interface SearchPort {
  postMessage(message: ToWorker): void
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void
  terminate(): void
}

/** Starts the search of a workspace, in the worker that `start` gives; it ends when the workspace closes. */
export function openSearch(
  client: Pick<WorkspaceClient, 'workspaceId' | 'me' | 'area' | 'onClose'>,
  start: () => SearchPort,
): Search {
  const worker = start()
  const reading = new Value<Reading>({ stories: 0, isReading: true })
  const told = new Map<string, Story>()
  let asked = 0
  let waiting: { ask: number; resolve: (found: Found | null) => void } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'read') reading.set({ stories: data.stories, isReading: data.isReading })
    else if (data.ask === waiting?.ask) {
      waiting.resolve(data.found)
      waiting = null
    }
  })
  const tellStories = () => {
    if (timer) clearTimeout(timer)
    timer = null
    const view = client.area.get()
    if (view.phase !== 'ready') return
    const set = [...view.stories.values()].filter((story) => told.get(story.id) !== story)
    const gone = [...told.keys()].filter((id) => !view.stories.has(id))
    for (const story of set) told.set(story.id, story)
    for (const id of gone) told.delete(id)
    if (set.length + gone.length > 0)
      worker.postMessage({ kind: 'stories', set: set.map(lineOf), gone })
  }
  const stop = client.area.subscribe(() => {
    timer ??= setTimeout(tellStories, GATHER)
  })
  client.onClose(async () => {
    stop()
    if (timer) clearTimeout(timer)
    worker.terminate()
  })
  worker.postMessage({ kind: 'begin', database: databaseName(client.me.id, client.workspaceId) })
  tellStories()
  return {
    reading,
    find(question, filter, most) {
      // What was lost since must not be found.
      if (timer) tellStories()
      waiting?.resolve(null)
      const ask = ++asked
      return new Promise((resolve) => {
        waiting = { ask, resolve }
        worker.postMessage({ kind: 'find', ask, question, filter, most })
      })
    },
    look: () => worker.postMessage({ kind: 'look' }),
  }
}

function lineOf({ id, key, title, labels, reason, stage, team, theme }: Story): StoryLine {
  return { id, key, title, labels, reason, stage, team, theme }
}
