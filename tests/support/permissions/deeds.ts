import type { CommandType, NewCommand } from '#lib/domain/command.ts'
import { DEFAULT_STEPS } from '#lib/domain/team.ts'
import { SESSION_DEEDS } from './sessionDeeds.ts'
import type { Place, Row } from './table.ts'

/** The ids the deeds speak of; `company.ts` makes them. */
export const IT = 'it'

/** Something a person may try. */
export interface Deed {
  /** A command's type, with what tells it from others of that type. */
  readonly name: string
  /** The row of the table that speaks of it there; null where the flow rules (ST2 to ST6) have it nowhere. */
  readonly row: (place: Place) => DeedRow | null
  /** Null: it is no command. */
  readonly command: ((id: string) => NewCommand) | null
  readonly target?: 'own' | 'other' | 'private'
}

/** A row of the table, or what the product says in its flow rules instead. */
export type DeedRow = Row | 'resolveOwn' | 'watch' | 'acknowledge' | 'seeChange' | 'reassign'

const AREA: readonly Place[] = ['idea', 'refinement', 'ready', 'wont-do']
/** Where stories can be quiet. */
const QUIETABLE: readonly Place[] = ['idea', 'refinement', 'ready']
const TEAM: readonly Place[] = ['team', 'private team']
const LIVE: readonly Place[] = [...AREA, ...TEAM]
const TRASH: readonly Place[] = ['trash', 'trash of a team', 'trash of a private team']
const isTeam = (place: Place) => place.includes('team')

/** In some places, as one row. */
const at =
  (places: readonly Place[], row: DeedRow) =>
  (place: Place): DeedRow | null =>
    places.includes(place) ? row : null

/** In the refinement area as one row, on a backlog as another. */
const inAreaOrTeam = (area: DeedRow, team: DeedRow, places: readonly Place[]) => (place: Place) =>
  places.includes(place) ? (isTeam(place) ? team : area) : null

const edit = inAreaOrTeam('editInArea', 'work', LIVE)
const reason = 'Because'

function onStory(type: CommandType, row: Deed['row'], fields: object): Deed {
  return { name: type, row, command: (story) => ({ type, story, ...fields }) as NewCommand }
}

const OF_NOTICES: Partial<Record<CommandType, object>> = {
  markNoticesDone: { upTo: 1 },
  markNoticesUndone: { downTo: 0 },
}

/** What can be done with a story. */
export const STORY_DEEDS: readonly Deed[] = [
  { name: 'read', row: () => 'read', command: null },
  { name: 'edit the document', row: edit, command: null },
  onStory('renameStory', edit, { title: 'Another title' }),
  onStory('setTheme', edit, { theme: 'theme' }),
  onStory('setPersona', edit, { persona: 'not-needed' }),
  onStory('setLabels', edit, { labels: ['new'] }),
  onStory('setDependencies', edit, { dependencies: [] }),
  onStory('upvoteStory', at(LIVE, 'capture'), {}),
  onStory('withdrawVote', at(LIVE, 'capture'), {}),
  onStory('watchStory', at(LIVE, 'watch'), {}),
  onStory('unwatchStory', at(LIVE, 'watch'), {}),
  ...(['markNoticesDone', 'markNoticesUndone', 'muteStory', 'unmuteStory'] as const).map((type) =>
    onStory(type, at([...LIVE, ...TRASH], 'watch'), OF_NOTICES[type] ?? {}),
  ),
  // QU3: a part of refining.
  onStory('keepStory', at(QUIETABLE, 'refine'), {}),
  onStory('withdrawKeep', at(QUIETABLE, 'refine'), {}),
  onStory('acknowledgeStory', inAreaOrTeam('acknowledge', 'work', LIVE), { side: 'product' }),
  onStory('withdrawAcknowledgement', inAreaOrTeam('acknowledge', 'work', LIVE), { side: 'design' }),
  onStory('startThread', at(LIVE, 'capture'), {
    thread: 'new',
    comment: 'new',
    text: 'What of it?',
    anchor: null,
  }),
  onStory('reply', at(LIVE, 'capture'), { thread: 'talk', comment: 'new', text: 'This' }),
  onStory('editComment', at(LIVE, 'capture'), { thread: 'mine', comment: 'mine', text: 'Other' }),
  onStory('deleteComment', at(LIVE, 'capture'), { thread: 'mine', comment: 'mine' }),
  onStory('restoreComment', at(LIVE, 'capture'), {
    thread: 'gone',
    comment: 'gone',
    text: 'Again',
    anchor: null,
  }),
  {
    ...onStory('deleteComment', at(LIVE, 'moderate'), { thread: 'talk', comment: 'said' }),
    name: 'deleteComment (of another)',
  },
  onStory('resolveThread', at(LIVE, 'resolve'), { thread: 'talk' }),
  {
    ...onStory('resolveThread', at(LIVE, 'resolveOwn'), { thread: 'mine' }),
    name: 'resolveThread (their own)',
  },
  onStory('reopenThread', at(LIVE, 'resolve'), { thread: 'talk' }),
  onStory('react', at(LIVE, 'capture'), { thread: 'talk', comment: 'said', emoji: '👍' }),
  onStory('withdrawReaction', at(LIVE, 'capture'), {
    thread: 'talk',
    comment: 'said',
    emoji: '👍',
  }),
  onStory('settleSuggestion', edit, { thread: 'talk', outcome: 'accepted' }),
  onStory('unsettleSuggestion', edit, { thread: 'talk' }),
  onStory('startRefining', at(['idea'], 'refine'), {}),
  onStory('returnToIdea', at(['refinement'], 'refine'), {}),
  onStory('markReady', at(['refinement'], 'curate'), { confirmed: true }),
  onStory('bounceStory', inAreaOrTeam('bounce', 'sendBack', ['ready', ...TEAM]), { reason }),
  onStory(
    'dismissStory',
    inAreaOrTeam('curate', 'sendBack', ['idea', 'refinement', 'ready', ...TEAM]),
    { reason },
  ),
  onStory('reopenStory', at(['wont-do'], 'curate'), {}),
  onStory('rankStory', inAreaOrTeam('curate', 'plan', LIVE), { place: { after: null } }),
  { ...onStory('assignToTeam', at(['ready'], 'assign'), { team: 'web' }), target: 'own' },
  {
    ...onStory('assignToTeam', at(['ready'], 'assign'), { team: 'other' }),
    name: 'assignToTeam (another team)',
    target: 'other',
  },
  {
    ...onStory('assignToTeam', at(['ready'], 'assign'), { team: 'dark' }),
    name: 'assignToTeam (a private team)',
    target: 'private',
  },
  { ...onStory('reassignStory', at(TEAM, 'reassign'), { team: 'other' }), target: 'other' },
  onStory('moveToStep', at(TEAM, 'work'), { step: 'doing' }),
  onStory('sizeStory', at(TEAM, 'plan'), { size: '3' }),
  onStory('scheduleStory', at(TEAM, 'plan'), { schedule: '2026-01-05' }),
  onStory('acknowledgeChange', at(TEAM, 'seeChange'), {}),
  onStory('keepVersion', edit, { name: 'Before the review' }),
  onStory('nameVersion', edit, { version: 1, name: 'Agreed' }),
  onStory('restoreVersion', edit, { version: 1, block: null }),
  onStory('trashStory', inAreaOrTeam('editInArea', 'sendBack', LIVE), {}),
  onStory(
    'restoreStory',
    inAreaOrTeam('editInArea', 'work', ['trash', 'trash of a team', 'trash of a private team']),
    {},
  ),
]

function onWorkspace(row: Row, command: NewCommand, name: string = command.type): Deed {
  return { name, row: () => row, command: () => command }
}

/** What can be done with the workspace itself. */
export const WORKSPACE_DEEDS: readonly Deed[] = [
  {
    name: 'captureStory',
    row: () => 'capture',
    command: (story) => ({ type: 'captureStory', story: `new-${story}`, title: 'New' }),
  },
  onWorkspace('curate', { type: 'createTheme', theme: 'new', name: 'New' }),
  onWorkspace('curate', { type: 'changeTheme', theme: 'theme', intent: 'Other' }),
  onWorkspace('curate', { type: 'rankTheme', theme: 'theme', place: { after: 'second' } }),
  onWorkspace('curate', { type: 'archiveTheme', theme: 'theme' }),
  onWorkspace('curate', { type: 'reviveTheme', theme: 'theme' }),
  onWorkspace('curate', { type: 'createPersona', persona: 'new', name: 'New' }),
  onWorkspace('curate', { type: 'changePersona', persona: 'persona', about: 'Other' }),
  onWorkspace('curate', { type: 'archivePersona', persona: 'persona' }),
  onWorkspace('curate', { type: 'revivePersona', persona: 'persona' }),
  onWorkspace('curate', { type: 'defineTemplate', template: 'template', content: 'Other' }),
  onWorkspace('curate', { type: 'archiveTemplate', template: 'template' }),
  onWorkspace('curate', { type: 'reviveTemplate', template: 'template' }),
  onWorkspace('curate', { type: 'chooseTemplate', template: 'first', isDefault: true }),
  onWorkspace(
    'curate',
    { type: 'saveView', view: 'new', name: 'New', isShared: true },
    'saveView (shared)',
  ),
  // A person's own; it takes no right but reading.
  {
    name: 'saveView (their own)',
    row: () => 'watch',
    command: (id) => ({ type: 'saveView', view: `own-${id}`, name: 'Mine' }),
  },
  onWorkspace('curate', { type: 'removeView', view: 'shared' }),
  onWorkspace('administer', { type: 'setPolicy', policy: { gate: 'off' } }),
  onWorkspace('administer', { type: 'changeRoles', member: 'kim', roles: ['contributor'] }),
  onWorkspace('administer', { type: 'removeMember', member: 'kim' }),
  onWorkspace(
    'appointOwners',
    { type: 'changeRoles', member: 'kim', roles: ['owner'] },
    'changeRoles (to owner)',
  ),
  onWorkspace(
    'appointOwners',
    { type: 'changeRoles', member: 'ana', roles: ['member'] },
    'changeRoles (of an owner)',
  ),
  onWorkspace('appointOwners', { type: 'removeMember', member: 'ana' }, 'removeMember (an owner)'),
  onWorkspace('administer', { type: 'createTeam', team: 'new', name: 'New' }),
  onWorkspace('administer', { type: 'changeTeam', team: 'other', name: 'Renamed' }),
  onWorkspace('administer', { type: 'setSteps', team: 'other', steps: DEFAULT_STEPS }),
  onWorkspace('administer', {
    type: 'setTeamMember',
    team: 'other',
    member: 'kim',
    role: 'backlog-owner',
  }),
  onWorkspace('administer', { type: 'archiveTeam', team: 'empty' }),
  onWorkspace('administer', { type: 'restoreTeam', team: 'empty' }),
  onWorkspace('administer', { type: 'purgeTrash' }),
  onWorkspace('administer', { type: 'removeSamples' }),
]

/** The command types that the deeds above try. */
export const TRIED: ReadonlySet<CommandType> = new Set(
  [...STORY_DEEDS, ...WORKSPACE_DEEDS, ...SESSION_DEEDS].flatMap(({ command }) =>
    command ? [command(IT).type] : [],
  ),
)
