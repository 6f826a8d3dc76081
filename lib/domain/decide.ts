import { type Command, isAboutStory, type StoryCommand } from './command.ts'
import type { Case, Decision } from './decision.ts'
import { accept, nameOf, notAMember, notFound } from './decision.ts'
import {
  acknowledgeChange,
  assignToTeam,
  moveToStep,
  reassignStory,
  scheduleStory,
  sizeStory,
} from './decisions/backlog.ts'
import { captureStory, renameStory } from './decisions/capture.ts'
import { acknowledgeStory, describeStory, markStory } from './decisions/describe.ts'
import { decideInbox } from './decisions/inbox.ts'
import { keepStory } from './decisions/keep.ts'
import { moveStory } from './decisions/move.ts'
import { changeRoles, removeMember } from './decisions/people.ts'
import { visibleStory } from './decisions/places.ts'
import { setPolicy } from './decisions/policy.ts'
import { rankStory } from './decisions/rank.ts'
import { archiveTeam, changeTeam, createTeam, setSteps, setTeamMember } from './decisions/teams.ts'
import { decideTemplate } from './decisions/templates.ts'
import { decidePersona, decideTheme } from './decisions/themes.ts'
import { purgeTrash, removeSamples, restoreStory, trashStory } from './decisions/trash.ts'
import { decideVersion } from './decisions/versions.ts'
import { decideView } from './decisions/views.ts'
import { type InboxCommand, isInboxCommand } from './inbox/command.ts'
import { assertNever } from './must.ts'
import { refuse } from './refusal.ts'
import type { Actor } from './roles.ts'
import { isInSession } from './sessions/command.ts'
import type { SettingsCommand } from './settingsCommand.ts'
import type { WorkspaceState } from './state.ts'
import type { Story } from './story.ts'
import { decideTalk } from './talk/decide.ts'

export type { Decision } from './decision.ts'

/**
 * The one place where a command is judged (I3): in the browser first, on the server for good. Pure: no clock, no
 * chance, no storage. `now` is milliseconds since the epoch. Rights are those the actor has in `state`, whatever they
 * had when they came. `sample` marks what is made as part of the sample data.
 */
export function decide(
  state: WorkspaceState,
  command: Command,
  actor: Actor,
  now: number,
  { sample = false }: { readonly sample?: boolean } = {},
): Decision {
  const member = state.members.get(actor.id)
  if (!member) return notAMember()
  const here: Case = { state, actor: { ...actor, roles: member.roles }, now, sample }
  // Left to the server, in whose secrets it is judged (`decideWithSessions`): a page has no code for that to wait for.
  if (isInSession(command)) return accept()
  if (!isAboutStory(command)) return decideSettings(here, command)
  if (command.type === 'captureStory') return captureStory(here, command)
  if (command.type === 'restoreStory') return restoreStory(here, command.story)
  if (isInboxCommand(command)) return decideInbox(here, command)
  const story = visibleStory(here, command.story)
  if (!story) return notFound()
  if (story.trashedAt !== null) {
    return refuse(
      'inTrash',
      `${nameOf(story)} is in the trash. Restore it first; nothing was changed.`,
    )
  }
  return decideStory(here, story, command)
}

function decideStory(
  here: Case,
  story: Story,
  command: Exclude<StoryCommand, InboxCommand | { type: 'captureStory' }>,
): Decision {
  switch (command.type) {
    case 'renameStory':
      return renameStory(here, story, command)
    case 'setTheme':
    case 'setPersona':
    case 'setLabels':
    case 'setDependencies':
      return describeStory(here, story, command)
    case 'startRefining':
    case 'returnToIdea':
    case 'markReady':
    case 'bounceStory':
    case 'dismissStory':
    case 'reopenStory':
      return moveStory(here, story, command)
    case 'rankStory':
      return rankStory(here, story, command)
    case 'assignToTeam':
      return assignToTeam(here, story, command)
    case 'reassignStory':
      return reassignStory(here, story, command)
    case 'moveToStep':
      return moveToStep(here, story, command)
    case 'sizeStory':
      return sizeStory(here, story, command)
    case 'scheduleStory':
      return scheduleStory(here, story, command)
    case 'acknowledgeStory':
    case 'withdrawAcknowledgement':
      return acknowledgeStory(here, story, command)
    case 'acknowledgeChange':
      return acknowledgeChange(here, story)
    case 'upvoteStory':
    case 'withdrawVote':
    case 'watchStory':
    case 'unwatchStory':
      return markStory(here, story, command.type)
    case 'keepStory':
    case 'withdrawKeep':
      return keepStory(here, story, command.type)
    case 'keepVersion':
    case 'nameVersion':
    case 'restoreVersion':
      return decideVersion(here, story, command)
    case 'trashStory':
      return trashStory(here, story)
    case 'restoreStory':
      return restoreStory(here, story.id)
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
      return decideTalk(here, story, command)
    default:
      return assertNever(command)
  }
}

function decideSettings(here: Case, command: SettingsCommand): Decision {
  switch (command.type) {
    case 'removeSamples':
      return removeSamples(here)
    case 'purgeTrash':
      return purgeTrash(here, command)
    case 'setPolicy':
      return setPolicy(here, command)
    case 'changeRoles':
      return changeRoles(here, command)
    case 'removeMember':
      return removeMember(here, command)
    case 'createTeam':
      return createTeam(here, command)
    case 'changeTeam':
      return changeTeam(here, command)
    case 'setSteps':
      return setSteps(here, command)
    case 'setTeamMember':
      return setTeamMember(here, command)
    case 'archiveTeam':
    case 'restoreTeam':
      return archiveTeam(here, command)
    case 'createTheme':
    case 'changeTheme':
    case 'rankTheme':
    case 'archiveTheme':
    case 'reviveTheme':
      return decideTheme(here, command)
    case 'createPersona':
    case 'changePersona':
    case 'archivePersona':
    case 'revivePersona':
      return decidePersona(here, command)
    case 'defineTemplate':
    case 'archiveTemplate':
    case 'reviveTemplate':
    case 'chooseTemplate':
      return decideTemplate(here, command)
    case 'saveView':
    case 'removeView':
      return decideView(here, command)
    default:
      return assertNever(command)
  }
}
