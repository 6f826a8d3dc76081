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
  rankStory: 'Move within the column',
  trashStory: 'Move to the trash',
  restoreStory: 'Restore',
  removeSamples: 'Remove the sample stories',
}

/** `1 change was not accepted`. */
export function howManyRefused(count: number): string {
  return count === 1 ? '1 change was not accepted' : `${changes(count)} were not accepted`
}
