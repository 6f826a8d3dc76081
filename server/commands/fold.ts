import { apply, applySettings, judgedAnew, withRoles } from '#lib/domain/apply.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Story } from '#lib/domain/story.ts'
import type { KnownMember } from './picture.ts'

/** What a workspace is before some events. */
export interface Before {
  readonly stories: ReadonlyMap<string, Story>
  readonly settings: Settings
  readonly members: ReadonlyMap<string, KnownMember>
  readonly nextNumber: number
}

/** What events lead to: the stories they touch, null for one that is gone for good, and everything else as it is then. */
export interface Folded {
  readonly events: readonly WorkspaceEvent[]
  readonly stories: ReadonlyMap<string, Story | null>
  readonly settings: Settings
  readonly members: ReadonlyMap<string, KnownMember>
  readonly nextNumber: number
}

/** Folds the events of one command (I8). Nothing of `before` is changed. */
export function fold(before: Before, events: readonly WorkspaceEvent[]): Folded {
  const stories = new Map<string, Story | null>()
  let { settings, members, nextNumber } = before
  for (const event of events) {
    if (event.story === null) {
      settings = applySettings(settings, event)
      if (event.type === 'RolesChanged') members = withRoles(members, event.member, event.to)
      continue
    }
    const story = stories.get(event.story) ?? before.stories.get(event.story)
    stories.set(event.story, apply(story, event, settings.policy))
    if (event.type === 'StoryCaptured') {
      nextNumber = must(event.number, `number of ${event.story}`) + 1
    }
  }
  if (settings.policy !== before.settings.policy) {
    for (const story of judgedAnew(present(before.stories, stories), settings.policy)) {
      stories.set(story.id, story)
    }
  }
  return { events, stories, settings, members, nextNumber }
}

function* present(
  before: ReadonlyMap<string, Story>,
  after: ReadonlyMap<string, Story | null>,
): Generator<Story> {
  for (const [id, story] of before) if (!after.has(id)) yield story
  for (const story of after.values()) if (story) yield story
}
