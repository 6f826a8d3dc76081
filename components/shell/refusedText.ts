import type { CommandType } from '#lib/domain/command.ts'
import { changes } from './syncText.ts'

/** What a person wanted, for a command that was not accepted. */
export const WANTED: Record<CommandType, string> = {
  captureStory: 'Capture',
  renameStory: 'Rename',
  startRefining: 'Start refining',
  returnToIdea: 'Return to Idea',
  markReady: 'Mark ready',
  bounceStory: 'Send back to Refinement',
  dismissStory: "Move to Won't do",
  reopenStory: 'Reopen',
  rankStory: 'Reorder',
  assignToTeam: 'Assign to a team',
  reassignStory: 'Give to another team',
  moveToStep: 'Move to another step',
  sizeStory: 'Size',
  scheduleStory: 'Schedule',
  acknowledgeStory: 'Acknowledge',
  withdrawAcknowledgement: 'Take back the acknowledgement',
  acknowledgeChange: 'Acknowledge the changed criteria',
  setTheme: 'Set the theme',
  setPersona: 'Set the persona',
  setLabels: 'Set the labels',
  setDependencies: 'Set the dependencies',
  upvoteStory: 'Vote',
  withdrawVote: 'Take back the vote',
  watchStory: 'Watch',
  unwatchStory: 'Stop watching',
  trashStory: 'Move to the trash',
  restoreStory: 'Restore',
  removeSamples: 'Remove the sample stories',
  purgeTrash: 'Empty the trash',
  setPolicy: 'Change the policy',
  changeRoles: 'Change roles',
  removeMember: 'Remove from the workspace',
  createTeam: 'Create a team',
  changeTeam: 'Change the team',
  setSteps: "Change the team's steps",
  setTeamMember: "Change the team's members",
  archiveTeam: 'Archive the team',
  restoreTeam: 'Bring the team back',
  createTheme: 'Create a theme',
  changeTheme: 'Change the theme',
  rankTheme: 'Reorder the themes',
  archiveTheme: 'Archive the theme',
  reviveTheme: 'Bring the theme back',
  createPersona: 'Create a persona',
  changePersona: 'Change the persona',
  archivePersona: 'Archive the persona',
  revivePersona: 'Bring the persona back',
}

/** `1 change was not accepted`. */
export function howManyRefused(count: number): string {
  return count === 1 ? '1 change was not accepted' : `${changes(count)} were not accepted`
}
