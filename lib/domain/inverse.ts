import { isAboutStory, type NewCommand } from './command.ts'
import { scheduleProblem, sizeProblem } from './decisions/backlog.ts'
import { placeOf, UNDONE, wayBack } from './inverseOfJourney.ts'
import { inverseOfSettings } from './inverseOfSettings.ts'
import { assertNever } from './must.ts'
import { type InboxCommand, isInboxCommand } from './inbox/command.ts'
import { inverseInInbox, inverseOfWatching, type OwnInbox } from './inbox/inverse.ts'
import type { Role } from './roles.ts'
import { isInSession } from './sessions/command.ts'
import type { Settings } from './settings.ts'
import type { Stage } from './stage.ts'
import { type AreaStory, NOT_NEEDED, type Story, type TeamStory } from './story.ts'
import { inverseOfTalk } from './talk/inverse.ts'
import type { Talks } from './state.ts'
import type { Team } from './team.ts'

export { UNDONE } from './inverseOfJourney.ts'

/** What a person saw before a command: enough to take it back. */
export interface Before {
  readonly stories: ReadonlyMap<string, Story>
  readonly columns: Readonly<Record<Stage, readonly AreaStory[]>>
  readonly backlogs: ReadonlyMap<string, { readonly stories: readonly TeamStory[] }>
  readonly settings: Settings
  readonly members: ReadonlyMap<string, { readonly roles: readonly (Role | string)[] }>
  /** Whose view it is; who is not known brings no comment back. */
  readonly me?: string
  /** Without them, what was said before an edit is unknown. */
  readonly talks?: Talks
  /** The person's own inbox, where it is known. */
  readonly inbox?: OwnInbox
}

/**
 * Gives the commands that take `command` back, in the order to send them: to the former stage or step and place, by legal
 * moves only (ST2, ST4), so that history shows what happened. `before` is the workspace just before the command. Null
 * when there is no honest way back. Lost for good: when it came there and was completed, the reason of an earlier bounce,
 * the order of votes and who acknowledged, the criteria that were agreed (RD6: those of now are), and what a merge carried over.
 */
export function inverseOf(command: NewCommand, before: Before): NewCommand[] | null {
  // What was done with others present is not undone behind their backs.
  if (isInSession(command)) return null
  if (!isAboutStory(command)) return inverseOfSettings(command, before)
  if (command.type === 'captureStory') return [{ type: 'trashStory', story: command.story }]
  if (isInboxCommand(command)) return inverseInInbox(command, before.inbox?.entry(command.story))
  const story = before.stories.get(command.story)
  if (story) return inverseOnStory(command, story, before)
  // A story in the trash is in no list.
  return command.type === 'restoreStory' ? [{ type: 'trashStory', story: command.story }] : null
}

type OnStory = Exclude<
  Extract<NewCommand, { readonly story: string }>,
  { readonly type: 'captureStory' | InboxCommand['type'] } | { readonly session: string }
>

function inverseOnStory(command: OnStory, story: Story, before: Before): NewCommand[] | null {
  const { id } = story
  switch (command.type) {
    case 'trashStory':
      return [{ type: 'restoreStory', story: id }]
    case 'restoreStory':
      return [{ type: 'trashStory', story: id }]
    case 'renameStory':
      return [{ type: 'renameStory', story: id, title: story.title }]
    case 'setTheme':
      if (story.theme !== null && !isLive(before.settings.themes.get(story.theme))) return null
      return [{ type: 'setTheme', story: id, theme: story.theme }]
    case 'setPersona':
      if (!isChoosable(story.persona, before)) return null
      return [{ type: 'setPersona', story: id, persona: story.persona }]
    case 'setLabels':
      return [{ type: 'setLabels', story: id, labels: story.labels }]
    case 'setDependencies':
      if (story.dependencies?.some((other) => !before.stories.has(other))) return null
      return [{ type: 'setDependencies', story: id, dependencies: story.dependencies }]
    case 'rankStory':
      return [{ type: 'rankStory', story: id, place: placeOf(story, before) }]
    case 'startRefining':
    case 'returnToIdea':
    case 'markReady':
    case 'bounceStory':
    case 'dismissStory':
    case 'reopenStory':
    case 'assignToTeam':
    case 'reassignStory':
      return wayBack(command.type, story, before)
    case 'moveToStep':
      if (story.stage !== null) return null
      return [
        {
          type: 'moveToStep',
          story: id,
          step: story.step,
          ...(command.place && { place: placeOf(story, before) }),
        },
      ]
    case 'sizeStory':
      // A size of a scale that the team has given up.
      if (story.size !== null && !isPossible(sizeProblem, story, story.size, before)) return null
      return [{ type: 'sizeStory', story: id, size: story.size }]
    case 'scheduleStory':
      if (story.schedule !== null && !isPossible(scheduleProblem, story, story.schedule, before))
        return null
      return [{ type: 'scheduleStory', story: id, schedule: story.schedule }]
    case 'acknowledgeStory':
      // Somebody had acknowledged it already: nothing was done, and theirs is not taken away.
      if (story.acknowledged[command.side] !== undefined) return null
      return [{ type: 'withdrawAcknowledgement', story: id, side: command.side }]
    case 'withdrawAcknowledgement':
      if (story.acknowledged[command.side] === undefined) return null
      return [{ type: 'acknowledgeStory', story: id, side: command.side }]
    case 'upvoteStory':
      return [{ type: 'withdrawVote', story: id }]
    case 'withdrawVote':
      return [{ type: 'upvoteStory', story: id }]
    case 'keepStory':
      return [{ type: 'withdrawKeep', story: id }]
    case 'withdrawKeep':
      return [{ type: 'keepStory', story: id }]
    case 'watchStory':
    case 'unwatchStory':
      return inverseOfWatching(command.type, story, before.inbox)
    case 'startThread':
    case 'reply':
    case 'editComment':
    case 'deleteComment':
    case 'restoreComment':
    case 'resolveThread':
    case 'reopenThread':
    case 'react':
    case 'withdrawReaction':
    case 'settleSuggestion':
    case 'unsettleSuggestion':
      return inverseOfTalk(command, before)
    case 'keepVersion':
    case 'nameVersion':
    case 'restoreVersion':
      // A version stays where it is, a name is changed again, and text is taken back in the text.
      return null
    case 'acknowledgeChange':
      // What somebody has seen cannot be unseen.
      return null
    default:
      return assertNever(command)
  }
}

/** Gives the reason worth showing: not the one recorded when someone only took a move back. */
export function reasonShown({ reason }: Story): string | null {
  return reason === UNDONE ? null : reason
}

function isChoosable(persona: string | null, { settings }: Before): boolean {
  if (persona === null || persona === NOT_NEEDED) return true
  return isLive(settings.personas.get(persona))
}

function isLive(thing: { readonly archivedAt: number | null } | undefined): boolean {
  return thing !== undefined && thing.archivedAt === null
}

function isPossible(
  problem: (team: Team, value: string) => object | null,
  { team: id }: Story,
  value: string,
  { settings }: Before,
): boolean {
  const team = id === null ? undefined : settings.teams.get(id)
  return team !== undefined && problem(team, value) === null
}
