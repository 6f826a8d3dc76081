import type { EventType } from '../event.ts'

/** The kinds of change that history can be asked for, in the order in which they are offered. */
export const HISTORY_KINDS = [
  'moves',
  'text',
  'facts',
  'backlog',
  'votes',
  'talk',
  'trash',
  'settings',
] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

/** Every type of event is of one kind. */
export const KIND_OF: Record<EventType, HistoryKind> = {
  StoryCaptured: 'moves',
  StoryMoved: 'moves',
  StoryAssigned: 'moves',
  StoryReassigned: 'moves',
  StorySentBack: 'moves',
  StoryStepped: 'moves',
  RevisitCame: 'moves',
  StoryRenamed: 'text',
  StoryDescribed: 'text',
  StoryMerged: 'text',
  VersionKept: 'text',
  VersionNamed: 'text',
  VersionRestored: 'text',
  ThemeSet: 'facts',
  PersonaSet: 'facts',
  LabelsSet: 'facts',
  DependenciesSet: 'facts',
  StoryKept: 'facts',
  KeepWithdrawn: 'facts',
  StoryAcknowledged: 'facts',
  AcknowledgementWithdrawn: 'facts',
  StoryRanked: 'backlog',
  StorySized: 'backlog',
  StoryScheduled: 'backlog',
  ChangeAcknowledged: 'backlog',
  StoryUpvoted: 'votes',
  VoteWithdrawn: 'votes',
  StoryWatched: 'votes',
  StoryUnwatched: 'votes',
  ThreadStarted: 'talk',
  ThreadReplied: 'talk',
  CommentEdited: 'talk',
  CommentDeleted: 'talk',
  CommentRestored: 'talk',
  ThreadResolved: 'talk',
  ThreadReopened: 'talk',
  CommentReacted: 'talk',
  ReactionWithdrawn: 'talk',
  SuggestionSettled: 'talk',
  SuggestionUnsettled: 'talk',
  StoryMuted: 'votes',
  StoryUnmuted: 'votes',
  NoticesDone: 'votes',
  NoticesUndone: 'votes',
  StoryTrashed: 'trash',
  StoryRestored: 'trash',
  StoryPurged: 'trash',
  PolicySet: 'settings',
  RolesChanged: 'settings',
  TeamSet: 'settings',
  ThemeDefined: 'settings',
  PersonaDefined: 'settings',
  TemplateDefined: 'settings',
  ViewDefined: 'settings',
}

export const EVENT_TYPES = Object.keys(KIND_OF) as EventType[]

/** What people call the kinds. */
export const KIND_NAMES: Record<HistoryKind, string> = {
  moves: 'Captured and moved',
  text: 'Title and text',
  facts: 'Theme, persona, labels',
  backlog: 'Order, size, schedule',
  votes: 'Votes and watching',
  talk: 'Discussion',
  trash: 'Trash',
  settings: 'Settings and people',
}

/** Gives the types of events of a kind. */
export function typesOf(kind: HistoryKind): EventType[] {
  return EVENT_TYPES.filter((type) => KIND_OF[type] === kind)
}
