import {
  type Command,
  type CommandType,
  type ForeseenType,
  isAboutStory,
} from '../domain/command.ts'
import type { SettingsEvent } from '../domain/event.ts'
import { MOVE_RULES } from '../domain/stage.ts'

/**
 * Gives the ids of what a command is about or depends on: stories by their id; themes, personas, teams and members as
 * `theme:<id>` and so on, which no story is called.
 */
export function mentioned(command: Command): string[] {
  const ids: string[] = []
  if (isAboutStory(command)) ids.push(command.story)
  if ('place' in command && command.place?.after) {
    ids.push(isAboutStory(command) ? command.place.after : `theme:${command.place.after}`)
  }
  if ('duplicateOf' in command && command.duplicateOf) ids.push(command.duplicateOf)
  if ('dependencies' in command && command.dependencies) ids.push(...command.dependencies)
  if ('theme' in command && command.theme !== null) ids.push(`theme:${command.theme}`)
  if ('persona' in command && command.persona !== null) ids.push(`persona:${command.persona}`)
  if ('template' in command) ids.push(`template:${command.template}`)
  if ('view' in command) ids.push(`view:${command.view}`)
  if ('team' in command) ids.push(`team:${command.team}`)
  if ('member' in command) ids.push(`member:${command.member}`)
  if (command.type === 'setPolicy') ids.push(POLICY)
  return ids
}

/** What of `mentioned` a command changes, and what it only needs to be there. */
export function touched(command: Command): {
  readonly changes: readonly string[]
  readonly needs: readonly string[]
} {
  const ids = mentioned(command)
  if (!isAboutStory(command)) return { changes: ids, needs: [] }
  const merged = 'merge' in command && command.merge ? [command.duplicateOf] : []
  const isChanged = (id: string) => id === command.story || merged.includes(id)
  return { changes: ids.filter(isChanged), needs: ids.filter((id) => !isChanged(id)) }
}

/** Gives the place in an order that a command puts its story at; commands with the same one are told apart by their order alone. */
export function placeIn(command: Command): string | null {
  if ('place' in command && command.place) return command.place.after ?? 'top'
  return goesToBottom(command.type) ? 'bottom' : null
}

/** True for what goes to the bottom where no place is given. */
function goesToBottom(type: CommandType): boolean {
  return (
    Object.hasOwn(MOVE_RULES, type) ||
    type === 'captureStory' ||
    type === 'assignToTeam' ||
    type === 'reassignStory'
  )
}

/** True for a command that any story may be about. */
export function concernsAll({ type }: Command): boolean {
  return type === 'removeSamples' || type === 'purgeTrash'
}

/** Gives the id of what an event about the workspace itself changes, as `mentioned` calls it. */
export function thingOf(event: SettingsEvent): string {
  switch (event.type) {
    case 'PolicySet':
      return POLICY
    case 'TeamSet':
      return `team:${event.to.id}`
    case 'ThemeDefined':
      return `theme:${event.to.id}`
    case 'PersonaDefined':
      return `persona:${event.to.id}`
    case 'TemplateDefined':
      return `template:${event.to.id}`
    case 'ViewDefined':
      return `view:${(event.to ?? event.from)?.id}`
    case 'RolesChanged':
      return `member:${event.member}`
  }
}

/** True for an id of something other than a story. */
export function isThing(id: string): boolean {
  return id.includes(':')
}

/** True for what every judgement may depend on: rights and steps come from teams, the gate from the policy. */
export function isOfEveryone(id: string): boolean {
  return id === POLICY || id.startsWith('team:') || id.startsWith('member:')
}

const POLICY = 'policy:'

/** True for a command that this page knows. A newer one may have left others in the outbox: the server judges those. */
export function isKnown({ type }: { readonly type: string }): boolean {
  return Object.hasOwn(KNOWN, type)
}

const KNOWN = {
  captureStory: true,
  renameStory: true,
  startRefining: true,
  returnToIdea: true,
  markReady: true,
  bounceStory: true,
  dismissStory: true,
  reopenStory: true,
  rankStory: true,
  assignToTeam: true,
  reassignStory: true,
  moveToStep: true,
  sizeStory: true,
  scheduleStory: true,
  acknowledgeStory: true,
  withdrawAcknowledgement: true,
  acknowledgeChange: true,
  setTheme: true,
  setPersona: true,
  setLabels: true,
  setDependencies: true,
  upvoteStory: true,
  withdrawVote: true,
  watchStory: true,
  unwatchStory: true,
  keepStory: true,
  withdrawKeep: true,
  startThread: true,
  reply: true,
  editComment: true,
  deleteComment: true,
  restoreComment: true,
  resolveThread: true,
  reopenThread: true,
  react: true,
  withdrawReaction: true,
  settleSuggestion: true,
  unsettleSuggestion: true,
  keepVersion: true,
  nameVersion: true,
  restoreVersion: true,
  markNoticesDone: true,
  markNoticesUndone: true,
  muteStory: true,
  unmuteStory: true,
  trashStory: true,
  restoreStory: true,
  removeSamples: true,
  purgeTrash: true,
  setPolicy: true,
  changeRoles: true,
  removeMember: true,
  createTeam: true,
  changeTeam: true,
  setSteps: true,
  setTeamMember: true,
  archiveTeam: true,
  restoreTeam: true,
  createTheme: true,
  changeTheme: true,
  rankTheme: true,
  archiveTheme: true,
  reviveTheme: true,
  createPersona: true,
  changePersona: true,
  archivePersona: true,
  revivePersona: true,
  defineTemplate: true,
  archiveTemplate: true,
  reviveTemplate: true,
  chooseTemplate: true,
  saveView: true,
  removeView: true,
} satisfies Readonly<Record<ForeseenType, true>>
