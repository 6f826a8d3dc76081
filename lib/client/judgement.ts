import type { NewCommand } from '../domain/command.ts'
import { isAboutStory } from '../domain/command.ts'
import type { DocumentFacts } from '../domain/facts.ts'
import { type Readiness, readinessOf } from '../domain/readiness.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { AreaView, Readable } from './client.ts'
import { kept } from './equal.ts'

/** What judgements follow: the workspace, and the documents that are open here. */
export interface Judged {
  readonly area: Readable<AreaView>
  judge(command: NewCommand): Refusal | null
  /** What a story's document said a moment ago, where it is open here. */
  facts(storyId: string): DocumentFacts | null
  /** Calls back when that may have changed. Gives the stop. */
  onFacts(storyId: string, listener: () => void): () => void
}

/** See `WorkspaceClient.judgement`. Judges again only when something has changed. */
export function judgementOf(judged: Judged, command: NewCommand): Readable<Refusal | null> {
  const story = isAboutStory(command) ? command.story : null
  let last: { area: AreaView; facts: DocumentFacts | null; refusal: Refusal | null } | null = null
  return {
    get: () => {
      const area = judged.area.get()
      const facts = story === null ? null : judged.facts(story)
      if (last?.area === area && last.facts === facts) return last.refusal
      last = { area, facts, refusal: kept(last?.refusal ?? null, judged.judge(command)) }
      return last.refusal
    },
    subscribe: (listener) => follow(judged, story, listener),
  }
}

/** See `WorkspaceClient.readiness`. */
export function readinessIn(judged: Judged, story: string): Readable<Readiness | null> {
  let last: Readiness | null = null
  return {
    get: () => {
      const area = judged.area.get()
      const card = area.phase === 'ready' ? area.stories.get(story) : undefined
      if (area.phase === 'loading' || !card) return (last = null)
      const facts = judged.facts(story)
      const now = facts ? readinessOf({ ...card, facts }, area.settings.policy) : card.readiness
      return (last = kept(last, now))
    },
    subscribe: (listener) => follow(judged, story, listener),
  }
}

/** See `WorkspaceClient.facts`. */
export function factsIn(judged: Judged, story: string): Readable<DocumentFacts | null> {
  return {
    get: () => {
      const area = judged.area.get()
      const card = area.phase === 'ready' ? area.stories.get(story) : undefined
      return judged.facts(story) ?? card?.facts ?? null
    },
    subscribe: (listener) => follow(judged, story, listener),
  }
}

function follow(judged: Judged, story: string | null, listener: () => void): () => void {
  const stops = [judged.area.subscribe(listener)]
  if (story !== null) stops.push(judged.onFacts(story, listener))
  return () => stops.forEach((stop) => stop())
}
