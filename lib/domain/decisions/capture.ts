import { accept, type Case, type Decision, shorten } from '../decision.ts'
import type { CaptureStory, Command } from '../command.ts'
import { refusalOf } from '../permissions.ts'
import { rankAt } from '../rank.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { isStoryId, type Story } from '../story.ts'
import { placeProblem } from './places.ts'
import { tidyTitle } from './words.ts'

/** [ST1] A captured story starts in Idea, at the bottom; elsewhere only for whoever may order it. */
export function captureStory(here: Case, command: CaptureStory): Decision {
  const { state, actor, sample } = here
  const problem =
    refusalOf(state, actor, 'capture') ??
    (command.place ? refusalOf(state, actor, 'curate') : null) ??
    idProblem(command.story, 'story') ??
    taken(here, command)
  if (problem) return problem
  const title = tidyTitle(command.title)
  if (typeof title !== 'string') return title
  const lost = placeProblem(here, command.place)
  if (lost) return lost
  const number = state.nextNumber
  return accept({
    type: 'StoryCaptured',
    story: command.story,
    number,
    key: number === null ? null : `${state.keyPrefix}-${number}`,
    title,
    stage: 'idea',
    rank: rankAt(state.stories, { stage: 'idea' }, command.place, command.story),
    sample,
  })
}

export function renameStory(
  { state, actor }: Case,
  story: Story,
  command: Extract<Command, { type: 'renameStory' }>,
): Decision {
  const no = refusalOf(state, actor, 'edit', { story })
  if (no) return no
  const title = tidyTitle(command.title)
  if (typeof title !== 'string') return title
  if (title === story.title) return accept()
  return accept({ type: 'StoryRenamed', story: story.id, from: story.title, to: title })
}

/** Gives the refusal of an id that a client may not choose, or null. */
export function idProblem(id: string, what: string): Refusal | null {
  if (isStoryId(id)) return null
  return refuse(
    'invalid',
    `"${shorten(id)}" cannot be a ${what}'s id: use 1 to 64 letters, digits, "_" or "-", starting with a letter or digit.`,
  )
}

/** An id that was ever used keeps its past: whoever got it anew would inherit a private team's. */
function taken({ state }: Case, { story }: CaptureStory): Refusal | null {
  if (!state.stories.has(story) && !state.purged?.has(story)) return null
  return refuse(
    'idTaken',
    'This id has been used for a story before. Nothing was changed; capture it under a new id.',
  )
}
