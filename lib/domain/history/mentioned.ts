import type { WorkspaceEvent } from '../event.ts'
import { isOfSession } from '../sessions/event.ts'

/** Gives the ids of the people an event speaks of, whoever did it first. May name one twice. */
export function peopleIn(event: WorkspaceEvent): string[] {
  switch (event.type) {
    case 'StoryMoved':
      return [event.by, ...Object.values(event.gate?.acknowledged ?? {})]
    case 'RolesChanged':
      return [event.by, event.member]
    case 'TeamSet': {
      const members = [...(event.from?.members ?? []), ...event.to.members]
      return [event.by, ...members.map(({ user }) => user)]
    }
    case 'ThreadStarted':
    case 'ThreadReplied':
    case 'CommentEdited':
      return [event.by, ...event.mentions.people]
    case 'HandLowered':
    case 'FloorGiven':
      return [event.by, event.person]
    case 'FacilitatorChanged':
      return [event.by, event.to]
    case 'VotesRevealed':
      return [event.by, ...Object.keys(event.votes)]
    default:
      return [event.by]
  }
}

/** Gives the ids of the stories an event speaks of, the one it is about first. May name one twice. */
export function storiesIn(event: WorkspaceEvent): string[] {
  if (isOfSession(event)) return 'about' in event && event.about !== null ? [event.about] : []
  if (event.story === null) return []
  switch (event.type) {
    case 'StoryMoved':
    case 'StorySentBack':
      return event.duplicateOf === null ? [event.story] : [event.story, event.duplicateOf]
    case 'StoryMerged':
    case 'CriteriaDealt':
      return [event.story, event.from]
    case 'DependenciesSet':
      return [event.story, ...(event.to ?? [])]
    default:
      return [event.story]
  }
}
