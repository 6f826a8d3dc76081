import type {
  CaptureStory,
  Command,
  MoveStory,
  RankStory,
  RenameStory,
  TrashStory,
} from './command.ts'
import type { NewEvent } from './event.ts'
import { assertNever } from './must.ts'
import { isAdministrator, onlyAdministrators } from './permissions.ts'
import { isAtPlace, type Place, rankAt } from './rank.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Actor } from './roles.ts'
import { explainNoMove, MOVE_RULES, STAGE_NAMES } from './stage.ts'
import {
  isStoryId,
  REASON_MAX_CHARACTERS,
  type Story,
  TITLE_MAX_CHARACTERS,
  type WorkspaceState,
} from './story.ts'

/** What became of a command: the events to append (none when nothing changes), or a refusal. */
export type Decision = { readonly ok: true; readonly events: readonly NewEvent[] } | Refusal

/**
 * The one place where a command is judged (I3): in the browser first, on the server for good. Pure: no clock, no
 * chance, no storage.
 */
export function decide(state: WorkspaceState, command: Command, actor: Actor): Decision {
  switch (command.type) {
    case 'captureStory':
      return captureStory(state, command, { sample: false })
    case 'renameStory':
      return onLiveStory(state, command, (story) => renameStory(story, command))
    case 'startRefining':
    case 'returnToIdea':
    case 'markReady':
    case 'bounceStory':
    case 'dismissStory':
    case 'reopenStory':
      return onLiveStory(state, command, (story) => moveStory(state, story, command))
    case 'rankStory':
      return onLiveStory(state, command, (story) => rankStory(state, story, command))
    case 'trashStory':
      return onLiveStory(state, command, (story) =>
        accept({ type: 'StoryTrashed', story: story.id, stage: story.stage, rank: story.rank }),
      )
    case 'restoreStory':
      return restoreStory(state, command)
    case 'removeSamples':
      return removeSamples(state, actor)
    default:
      return assertNever(command)
  }
}

/** [ST1] A captured story starts in Idea. `sample` marks the stories that one click removes. */
export function captureStory(
  state: WorkspaceState,
  command: CaptureStory,
  { sample }: { sample: boolean },
): Decision {
  if (!isStoryId(command.story)) {
    return refuse(
      'invalid',
      `"${shorten(command.story)}" cannot be a story's id: use 1 to 64 letters, digits, "_" or "-", starting with a letter or digit.`,
    )
  }
  if (state.stories.has(command.story)) {
    return refuse(
      'idTaken',
      'A story with this id exists already. Nothing was changed; capture it under a new id.',
    )
  }
  const title = tidyTitle(command.title)
  if (typeof title !== 'string') return title
  const lost = placeProblem(state, command.place)
  if (lost) return lost
  const number = state.nextNumber
  return accept({
    type: 'StoryCaptured',
    story: command.story,
    number,
    key: number === null ? null : `${state.keyPrefix}-${number}`,
    title,
    stage: 'idea',
    rank: rankAt(state.stories.values(), 'idea', command.place, command.story),
    sample,
  })
}

function renameStory(story: Story, command: RenameStory): Decision {
  const title = tidyTitle(command.title)
  if (typeof title !== 'string') return title
  if (title === story.title) return accept()
  return accept({ type: 'StoryRenamed', story: story.id, from: story.title, to: title })
}

/** [ST2] The moves inside the refinement area. */
function moveStory(state: WorkspaceState, story: Story, command: MoveStory): Decision {
  const rule = MOVE_RULES[command.type]
  if (story.stage === rule.to) {
    return refuse(
      'alreadyThere',
      `${nameOf(story)} is already in ${STAGE_NAMES[rule.to]}. Nothing was changed.`,
    )
  }
  if (!rule.from.includes(story.stage)) {
    return refuse(
      'moveNotAllowed',
      `${nameOf(story)} is in ${STAGE_NAMES[story.stage]}. ${explainNoMove(story.stage, rule.to)}`,
    )
  }
  const reason = tidyReason(command, rule.needsReason)
  if (reason !== null && typeof reason !== 'string') return reason
  const dismissal = dismissalOf(state, story, command)
  if ('ok' in dismissal) return dismissal
  const lost = placeProblem(state, command.place)
  if (lost) return lost
  return accept({
    type: 'StoryMoved',
    story: story.id,
    from: story.stage,
    to: rule.to,
    fromRank: story.rank,
    rank: rankAt(state.stories.values(), rule.to, command.place, story.id),
    reason,
    ...dismissal,
  })
}

function rankStory(state: WorkspaceState, story: Story, command: RankStory): Decision {
  const lost = placeProblem(state, command.place)
  if (lost) return lost
  if (isAtPlace(state.stories.values(), story, command.place)) return accept()
  const rank = rankAt(state.stories.values(), story.stage, command.place, story.id)
  return accept({
    type: 'StoryRanked',
    story: story.id,
    stage: story.stage,
    from: story.rank,
    to: rank,
  })
}

/** [ST7] Out of the trash, to the stage it was in; its old rank may be taken by now, so it goes to the bottom if so. */
function restoreStory(state: WorkspaceState, command: TrashStory): Decision {
  const story = state.stories.get(command.story)
  if (!story) return notFound()
  if (story.trashedAt === null) {
    return refuse('notInTrash', `${nameOf(story)} is not in the trash. Nothing was changed.`)
  }
  const taken = [...state.stories.values()].some(
    (other) => other.trashedAt === null && other.stage === story.stage && other.rank === story.rank,
  )
  const rank = taken ? rankAt(state.stories.values(), story.stage, undefined, story.id) : story.rank
  return accept({ type: 'StoryRestored', story: story.id, stage: story.stage, rank })
}

function removeSamples(state: WorkspaceState, actor: Actor): Decision {
  if (!isAdministrator(actor)) return onlyAdministrators('remove the sample stories')
  const events: NewEvent[] = []
  for (const story of state.stories.values()) {
    if (story.sample && story.trashedAt === null) {
      events.push({ type: 'StoryTrashed', story: story.id, stage: story.stage, rank: story.rank })
    }
  }
  return accept(...events)
}

function onLiveStory(
  state: WorkspaceState,
  command: { readonly story: string },
  decideOn: (story: Story) => Decision,
): Decision {
  const story = state.stories.get(command.story)
  if (!story) return notFound()
  if (story.trashedAt !== null) {
    return refuse(
      'inTrash',
      `${nameOf(story)} is in the trash. Restore it first; nothing was changed.`,
    )
  }
  return decideOn(story)
}

function notFound(): Refusal {
  return refuse('notFound', 'This story does not exist, or you cannot see it. Nothing was changed.')
}

function tidyTitle(raw: string): string | Refusal {
  // A title is one line: line breaks and runs of blanks that come with a paste become single blanks.
  const title = raw.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
  if (title === '')
    return refuse(
      'titleEmpty',
      'A story needs a title. Type a few words that say what it is about.',
    )
  if (title.length > TITLE_MAX_CHARACTERS) {
    return refuse(
      'titleTooLong',
      `This title has ${title.length.toLocaleString('en')} characters; at most ${TITLE_MAX_CHARACTERS} fit. Shorten it and put the rest into the story's text.`,
    )
  }
  return title
}

function tidyReason(command: MoveStory, needed: boolean): string | null | Refusal {
  const reason = command.reason?.trim() ?? ''
  if (reason === '') {
    return needed
      ? refuse(
          'reasonMissing',
          'Say in a few words why, so that whoever wrote it knows what to do next.',
        )
      : null
  }
  if (reason.length > REASON_MAX_CHARACTERS) {
    return refuse(
      'reasonTooLong',
      `This reason has ${reason.length.toLocaleString('en')} characters; at most ${REASON_MAX_CHARACTERS.toLocaleString('en')} fit.`,
    )
  }
  return reason
}

function dismissalOf(
  state: WorkspaceState,
  story: Story,
  command: MoveStory,
): { revisitOn: string | null; duplicateOf: string | null } | Refusal {
  if (command.type !== 'dismissStory') {
    if (command.revisitOn !== undefined || command.duplicateOf !== undefined) {
      return refuse(
        'invalid',
        `"revisitOn" and "duplicateOf" belong to "dismissStory", not to "${command.type}".`,
      )
    }
    return { revisitOn: null, duplicateOf: null }
  }
  const { revisitOn = null, duplicateOf = null } = command
  if (revisitOn !== null && !isDate(revisitOn)) {
    return refuse(
      'badDate',
      `"${shorten(revisitOn)}" is not a date. Write it as year-month-day, like 2026-03-31.`,
    )
  }
  if (duplicateOf !== null && (duplicateOf === story.id || !state.stories.has(duplicateOf))) {
    return refuse(
      'badDuplicate',
      'The story this one repeats was not found. Choose another story of this workspace.',
    )
  }
  return { revisitOn, duplicateOf }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function placeProblem(state: WorkspaceState, place: Place | undefined): Refusal | null {
  if (!place || place.after === null || state.stories.has(place.after)) return null
  return refuse(
    'placeNotFound',
    'The story to put it behind does not exist. Nothing was changed; choose another place.',
  )
}

function nameOf(story: Story): string {
  return story.key ?? `"${shorten(story.title)}"`
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function accept(...events: NewEvent[]): Decision {
  return { ok: true, events }
}
