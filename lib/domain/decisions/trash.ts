import { accept, type Case, type Decision, nameOf, notFound } from '../decision.ts'
import type { NewEvent } from '../event.ts'
import { onlyAdministrators, isAdministrator, refusalOf } from '../permissions.ts'
import { homeOf, rankAt } from '../rank.ts'
import { refuse } from '../refusal.ts'
import type { PurgeTrash } from '../settingsCommand.ts'
import { isAreaStory, type Story, TRASH_DAYS } from '../story.ts'
import { workingTeam } from './backlog.ts'
import { visibleStory } from './places.ts'

const DAY_MS = 86_400_000

/** [ST7] Moving a story off its team's backlog takes the right to do so, elsewhere the right to edit it. */
export function trashStory(here: Case, story: Story): Decision {
  const { state, actor } = here
  const no = refusalOf(state, actor, story.team === null ? 'edit' : 'sendBack', { story })
  if (no) return no
  // From there nobody could take it back (TR2).
  const team = isAreaStory(story) ? null : workingTeam(here, story)
  if (team && 'ok' in team) return team
  return accept({ type: 'StoryTrashed', story: story.id })
}

/** [ST7] Out of the trash, to where it was; its old rank may be taken by now, so it goes to the bottom if so. */
export function restoreStory(here: Case, id: string): Decision {
  const { state, actor } = here
  const story = visibleStory(here, id)
  if (!story) return notFound()
  const no = refusalOf(state, actor, 'edit', { story })
  if (no) return no
  if (story.trashedAt === null) {
    return refuse('notInTrash', `${nameOf(story)} is not in the trash. Nothing was changed.`)
  }
  const team = story.team === null ? null : state.settings.teams.get(story.team)
  if (team && team.archivedAt !== null) {
    return refuse(
      'teamNotFound',
      `The team of ${nameOf(story)}, ${team.name}, is archived. Restore the team first, then the story.`,
    )
  }
  let isTaken = false
  for (const other of state.stories.values()) {
    if (other.trashedAt !== null || other.rank !== story.rank) continue
    if (other.stage === story.stage && other.team === story.team) isTaken = true
  }
  const rank = isTaken ? rankAt(state.stories, homeOf(story), undefined, story.id) : story.rank
  return accept({ type: 'StoryRestored', story: story.id, rank })
}

/** [ST7] Removes for good: what has been in the trash for 30 days, or the one trashed story that is named. */
export function purgeTrash(here: Case, { only }: PurgeTrash): Decision {
  const { state, actor, now } = here
  const no = refusalOf(state, actor, 'administer')
  if (no) return no
  if (only !== undefined) {
    const story = visibleStory(here, only)
    if (!story) return notFound()
    if (story.trashedAt !== null) return accept(purged(story))
    return refuse('notInTrash', `${nameOf(story)} is not in the trash. Nothing was removed.`)
  }
  const due: NewEvent[] = []
  for (const story of state.stories.values()) {
    if (story.trashedAt !== null && now - story.trashedAt >= TRASH_DAYS * DAY_MS) {
      due.push(purged(story))
    }
  }
  return accept(...due)
}

/** Trashes the sample stories, and archives the sample teams, themes and personas that nothing else uses. */
export function removeSamples({ state, actor, now }: Case): Decision {
  if (!isAdministrator(actor)) return onlyAdministrators('remove the sample stories')
  const events: NewEvent[] = []
  const used = new Set<string | null>()
  for (const story of state.stories.values()) {
    if (story.trashedAt !== null) continue
    if (story.sample) events.push({ type: 'StoryTrashed', story: story.id })
    else for (const id of [story.team, story.theme, story.persona]) used.add(id)
  }
  const { teams, themes, personas } = state.settings
  for (const team of unused(teams.values(), used)) {
    events.push({ story: null, type: 'TeamSet', from: team, to: { ...team, archivedAt: now } })
  }
  for (const theme of unused(themes.values(), used)) {
    events.push({
      story: null,
      type: 'ThemeDefined',
      from: theme,
      to: { ...theme, archivedAt: now },
    })
  }
  for (const persona of unused(personas.values(), used)) {
    const to = { ...persona, archivedAt: now }
    events.push({ story: null, type: 'PersonaDefined', from: persona, to })
  }
  return accept(...events)
}

function* unused<Thing extends { id: string; sample: boolean; archivedAt: number | null }>(
  things: Iterable<Thing>,
  used: ReadonlySet<string | null>,
): Generator<Thing> {
  for (const thing of things) {
    if (thing.sample && thing.archivedAt === null && !used.has(thing.id)) yield thing
  }
}

function purged({ id, key, title }: Story): NewEvent {
  return { type: 'StoryPurged', story: id, key, title }
}
