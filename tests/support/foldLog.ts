import { apply, applySettings, judgedAnew } from '#lib/domain/apply.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { NEW_SETTINGS, type Settings } from '#lib/domain/settings.ts'
import { isOfSession } from '#lib/domain/sessions/event.ts'
import type { Story } from '#lib/domain/story.ts'
import { applyTalk } from '#lib/domain/talk/apply.ts'
import { isInTalk } from '#lib/domain/talk/event.ts'
import { NO_TALK, type Talk } from '#lib/domain/talk/thread.ts'

/** What a log amounts to (I8). */
export interface Fold {
  readonly stories: ReadonlyMap<string, Story>
  readonly talks: ReadonlyMap<string, Talk>
  readonly settings: Settings
}

/** Gives the fold after each event; index 0 is before the first. */
export function foldEach(events: readonly WorkspaceEvent[]): Fold[] {
  const folds: Fold[] = [{ stories: new Map(), talks: new Map(), settings: NEW_SETTINGS }]
  for (const event of events) folds.push(after(folds.at(-1)!, event))
  return folds
}

/** Gives what a whole log amounts to. */
export function foldLog(events: readonly WorkspaceEvent[]): Fold {
  return foldEach(events).at(-1)!
}

function after({ stories: before, talks: said, settings }: Fold, event: WorkspaceEvent): Fold {
  if (isOfSession(event)) return { stories: before, talks: said, settings }
  const stories = new Map(before)
  if (event.story !== null) {
    const story = apply(before.get(event.story), event, settings.policy)
    if (story) stories.set(story.id, story)
    else stories.delete(event.story)
    const talks = new Map(said)
    if (isInTalk(event)) talks.set(event.story, applyTalk(said.get(event.story) ?? NO_TALK, event))
    if (!story) talks.delete(event.story)
    return { stories, talks, settings }
  }
  const changed = applySettings(settings, event)
  if (event.type === 'PolicySet') {
    for (const story of judgedAnew(stories.values(), changed.policy)) stories.set(story.id, story)
  }
  return { stories, talks: said, settings: changed }
}
