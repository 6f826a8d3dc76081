import fc from 'fast-check'
import type { CommandType, NewCommand } from '#lib/domain/command.ts'
import { CHECK_LEVELS, CHECKS, GATE_MODES } from '#lib/domain/policy.ts'
import { ROLES } from '#lib/domain/roles.ts'
import { SIDES } from '#lib/domain/story.ts'
import type { Anchor } from '#lib/domain/talk/thread.ts'
import { DEFAULT_STEPS, type Step, TEAM_ROLES } from '#lib/domain/team.ts'
import { adam, ana, bo, con, Flow, kim, pia, vic } from './domain.ts'

/** Everybody of the company that the commands below speak of. */
export const EVERYBODY = [ana, adam, pia, kim, bo, con, vic] as const

const STORIES = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7']
const TEAMS = ['web', 'app', 'dark', 'old', 'new']
const THEMES = ['t0', 't1', 't2', 't3']
const PERSONAS = ['p0', 'p1', 'p2']
const TEMPLATES = ['m0', 'm1', 'm2']
const SESSIONS = ['meet', 'plan', 'secret', 'new']
const VIEWS = ['v0', 'v1', 'v2', 'v3']

const THIS: Anchor = { kind: 'text', start: 'AAA=', end: 'AAE=', quote: 'text' }

/** A workspace with a story in every stage and on every team, a private one among them, and one in the trash. */
export function company(): Flow {
  const flow = new Flow().join(...EVERYBODY)
  flow.found('web', { kim: 'member', bo: 'backlog-owner' }).found('app', { kim: 'backlog-owner' })
  flow.found('dark', { bo: 'member' }, { isPrivate: true, backlogManagement: true })
  for (const theme of THEMES.slice(0, 3)) flow.must({ type: 'createTheme', theme, name: theme })
  for (const persona of PERSONAS.slice(0, 2)) {
    flow.must({ type: 'createPersona', persona, name: persona })
  }
  for (const template of TEMPLATES.slice(0, 2)) {
    flow.must({ type: 'defineTemplate', template, name: template, content: '## Design' })
  }
  flow.must({ type: 'saveView', view: 'v0', name: 'Old ideas', look: 'quiet=yes' }, kim)
  flow.must({ type: 'saveView', view: 'v1', name: 'All', backlog: 'dark', isShared: true })
  for (const [index, stage] of (['idea', 'refinement', 'ready', 'wont-do'] as const).entries()) {
    flow.put(`s${index}`, stage)
  }
  flow.putOnTeam('s4', 'web', 'doing')
  flow.putOnTeam('s5', 'dark')
  flow.put('s6')
  for (const story of ['s1', 's4']) {
    flow.must({ type: 'upvoteStory', story }, kim)
    flow.must({ type: 'upvoteStory', story })
    flow.must({ type: 'watchStory', story })
    flow.must({ type: 'acknowledgeStory', story, side: 'design' })
    flow.must({ type: 'setTheme', story, theme: 't0' })
  }
  for (const story of ['s1', 's4', 's5']) {
    const thread = 'c0'
    flow.must({ type: 'startThread', story, thread, comment: 'c0', text: 'Why?', anchor: null }, bo)
    flow.must({ type: 'reply', story, thread, comment: 'c1', text: 'Because' })
    flow.must({ type: 'react', story, thread, comment: 'c0', emoji: '👍' })
    const done = { story, thread: 'c2' }
    flow.must({ type: 'startThread', ...done, comment: 'c2', text: 'So?', anchor: null }, bo)
    flow.must({ type: 'resolveThread', ...done })
    const suggested = { story, thread: 'c4', comment: 'c4', text: '', anchor: THIS }
    const suggestion = { from: 'this', to: 'that' }
    flow.must({ type: 'startThread', ...suggested, suggestion })
    if (story !== 's1') {
      flow.must({ type: 'settleSuggestion', story, thread: 'c4', outcome: 'rejected' })
    }
    flow.must({ type: 'markNoticesDone', story, upTo: flow.events.length })
  }
  flow.must({ type: 'scheduleSession', session: 'meet', kind: 'meeting', name: 'Weekly' }, kim)
  for (const story of ['s0', 's1', 's2']) flow.must({ type: 'addToAgenda', session: 'meet', story })
  for (const [session, team, story] of [
    ['plan', 'web', 's4'],
    ['secret', 'dark', 's5'],
  ] as const) {
    flow.must({ type: 'scheduleSession', session, kind: 'planning', name: team, team }, bo)
    flow.must({ type: 'addToAgenda', session, story }, bo)
  }
  flow.found('old').must({ type: 'archiveTeam', team: 'old' })
  flow.must({ type: 'archiveTheme', theme: 't1' })
  flow.must({ type: 'archivePersona', persona: 'p1' })
  flow.must({ type: 'trashStory', story: 's6' })
  return flow
}

const story = fc.constantFrom(...STORIES)
const team = fc.constantFrom(...TEAMS)
const theme = fc.constantFrom(...THEMES)
const persona = fc.constantFrom(...PERSONAS)
const template = fc.constantFrom(...TEMPLATES)
const view = fc.constantFrom(...VIEWS)
const member = fc.constantFrom(...EVERYBODY.map(({ id }) => id), 'nobody')
const place = fc.record({ after: fc.option(story) })
const somePlace = fc.option(place, { nil: undefined })
const reason = fc.constantFrom('Why not', 'Because', '')
const date = fc.constantFrom('2026-01-05', '2026-01-19', '2026-02-30')
const flag = fc.boolean()
const emoji = fc.constantFrom('👍', '👎🏽', 'no')
const name = fc.constantFrom('One', 'Two', 'Three', 'web', ' ')

const comment = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4')
const words = fc.constantFrom('Why', '@[Kim](person:kim) @[Dark](team:dark)', ' ')
const anchor = fc.constantFrom<Anchor[]>(
  THIS,
  { kind: 'text', start: '', end: '', quote: '' },
  { kind: 'block', block: 'b', quote: '' },
  { kind: 'image', block: 'b', region: { x: 0, y: 0, w: 0.5, h: 0.5 }, quote: '' },
)

const EXTRA_STEP: Step = { id: 'live', name: 'Live', category: 'done' }
const steps = fc
  .record({ extra: flag, drop: fc.option(fc.constantFrom('doing', 'review', 'done')) })
  .map(({ extra, drop }) =>
    [...DEFAULT_STEPS, ...(extra || drop ? [EXTRA_STEP] : [])].filter(({ id }) => id !== drop),
  )

const session = fc.constantFrom(...SESSIONS)
const note = fc.constantFrom('n0', 'n1', 'n2')
const round = fc.integer({ min: 1, max: 3 })
const outcome = fc.oneof(
  fc.record({ kind: fc.constant('ready'), confirmed: flag }),
  fc.record({ kind: fc.constant('needs-work'), note: reason, owner: member, due: date }),
  fc.record({
    kind: fc.constant('split'),
    into: fc.array(fc.record({ story, title: name, criteria: fc.constant(['c']) }), {
      maxLength: 2,
    }),
  }),
  fc.record({ kind: fc.constant('wont-do'), reason }),
  fc.record({ kind: fc.constantFrom('parked', 'skipped') }),
  fc.record({ kind: fc.constant('sized'), size: fc.constantFrom('3', 'M') }),
)

function optional<T extends Record<string, fc.Arbitrary<unknown>>>(fields: T) {
  return fc.record(fields, { requiredKeys: [] })
}

const move = { story, place: somePlace, reason }
const themeFields = optional({
  name,
  colour: fc.integer({ min: -1, max: 12 }),
  intent: fc.constantFrom('', 'It matters'),
  from: fc.option(date),
  until: fc.option(date),
})

/** What each command may carry beside its type: sound and unsound, so that both ways are walked. */
const FIELDS: Record<CommandType, fc.Arbitrary<object>> = {
  captureStory: fc.record({ story, title: fc.string({ maxLength: 8 }), place: somePlace }),
  renameStory: fc.record({ story, title: fc.string({ maxLength: 8 }) }),
  setTheme: fc.record({ story, theme: fc.option(theme) }),
  setPersona: fc.record({
    story,
    persona: fc.option(fc.oneof(persona, fc.constant('not-needed'))),
  }),
  setLabels: fc.record({ story, labels: fc.array(fc.constantFrom('A', 'a', 'b', '')) }),
  setDependencies: fc.record({ story, dependencies: fc.option(fc.array(story, { maxLength: 3 })) }),
  startRefining: fc.record(move),
  returnToIdea: fc.record(move),
  markReady: fc.record({ ...move, confirmed: flag, override: fc.constantFrom('', 'Urgent') }),
  bounceStory: fc.record(move),
  dismissStory: fc
    .tuple(fc.record(move), optional({ revisitOn: date, duplicateOf: story, merge: flag }))
    .map(([base, more]) => ({ ...base, ...more })),
  reopenStory: fc.record(move),
  rankStory: fc.record({ story, place }),
  assignToTeam: fc.record({ story, team, place: somePlace }),
  reassignStory: fc.record({ story, team, place: somePlace }),
  moveToStep: fc.record({
    story,
    step: fc.constantFrom('todo', 'doing', 'review', 'done', 'live'),
    place: somePlace,
  }),
  sizeStory: fc.record({ story, size: fc.constantFrom(null, '3', '8', 'M', 'XL') }),
  scheduleStory: fc.record({ story, schedule: fc.option(date) }),
  acknowledgeStory: fc.record({ story, side: fc.constantFrom(...SIDES) }),
  withdrawAcknowledgement: fc.record({ story, side: fc.constantFrom(...SIDES) }),
  acknowledgeChange: fc.record({ story }),
  upvoteStory: fc.record({ story }),
  withdrawVote: fc.record({ story }),
  watchStory: fc.record({ story }),
  unwatchStory: fc.record({ story }),
  keepStory: fc.record({ story }),
  withdrawKeep: fc.record({ story }),
  startThread: fc
    .tuple(
      fc.record({ story, thread: comment, comment, text: words, anchor: fc.option(anchor) }),
      optional({ suggestion: fc.constant({ from: 'this', to: 'that' }) }),
    )
    .map(([base, more]) => ({ ...base, ...more })),
  reply: fc.record({ story, thread: comment, comment, text: words }),
  editComment: fc.record({ story, thread: comment, comment, text: words }),
  deleteComment: fc.record({ story, thread: comment, comment }),
  restoreComment: fc
    .tuple(
      fc.record({ story, thread: comment, comment, text: words, anchor: fc.option(anchor) }),
      optional({ suggestion: fc.constant({ from: 'this', to: 'that' }) }),
    )
    .map(([base, more]) => ({ ...base, ...more })),
  resolveThread: fc.record({ story, thread: comment }),
  reopenThread: fc.record({ story, thread: comment }),
  react: fc.record({ story, thread: comment, comment, emoji }),
  withdrawReaction: fc.record({ story, thread: comment, comment, emoji }),
  settleSuggestion: fc.record({
    story,
    thread: comment,
    outcome: fc.constantFrom('accepted', 'rejected'),
  }),
  unsettleSuggestion: fc.record({ story, thread: comment }),
  keepVersion: fc.record({ story, name: fc.option(name) }),
  nameVersion: fc.record({
    story,
    version: fc.integer({ min: 1, max: 9 }),
    name: fc.option(name),
  }),
  restoreVersion: fc.record({
    story,
    version: fc.integer({ min: 1, max: 9 }),
    block: fc.constantFrom(null, 'abc', 'not a block'),
  }),
  trashStory: fc.record({ story }),
  restoreStory: fc.record({ story }),
  removeSamples: fc.constant({}),
  purgeTrash: optional({ only: story }),
  setPolicy: fc.record({
    policy: optional({
      gate: fc.constantFrom(...GATE_MODES),
      checks: fc.record(
        Object.fromEntries(CHECKS.map((check) => [check, fc.constantFrom(...CHECK_LEVELS)])),
      ),
      mostCriteria: fc.integer({ min: 0, max: 9 }),
    }),
  }),
  changeRoles: fc.record({
    member,
    roles: fc.array(fc.constantFrom(...ROLES.filter((role) => role !== 'owner')), { maxLength: 2 }),
  }),
  markNoticesDone: fc.record({ story, upTo: fc.nat(200) }),
  markNoticesUndone: fc.record({ story, downTo: fc.nat(200) }),
  muteStory: fc.record({ story }),
  unmuteStory: fc.record({ story }),
  removeMember: fc.record({ member: fc.constantFrom('vic', 'nobody', 'ana') }),
  createTeam: fc.record({ team, name, isPrivate: flag }),
  changeTeam: fc
    .tuple(
      fc.record({ team }),
      optional({
        name,
        isPrivate: flag,
        backlogManagement: flag,
        scale: fc.constantFrom('shirts', 'points'),
        iterations: fc.option(fc.record({ startsOn: date, days: fc.constantFrom(7, 14, 10) })),
      }),
    )
    .map(([base, more]) => ({ ...base, ...more })),
  setSteps: fc.record({
    team,
    steps,
    moved: fc.constantFrom({}, { doing: 'todo', review: 'done', done: 'live' }),
  }),
  setTeamMember: fc.record({ team, member, role: fc.option(fc.constantFrom(...TEAM_ROLES)) }),
  archiveTeam: fc.record({ team }),
  restoreTeam: fc.record({ team }),
  createTheme: fc.tuple(fc.record({ theme, name }), themeFields).map(([a, b]) => ({ ...b, ...a })),
  changeTheme: fc.tuple(fc.record({ theme }), themeFields).map(([a, b]) => ({ ...b, ...a })),
  rankTheme: fc.record({ theme, place: fc.record({ after: fc.option(theme) }) }),
  archiveTheme: fc.record({ theme }),
  reviveTheme: fc.record({ theme }),
  createPersona: fc.record({ persona, name, about: fc.constantFrom('', 'In a hurry') }),
  changePersona: fc.record({ persona, name, about: fc.constantFrom('', 'In a hurry') }),
  archivePersona: fc.record({ persona }),
  revivePersona: fc.record({ persona }),
  defineTemplate: fc.record(
    { template, name, content: fc.constantFrom('', '## Customer value', 'x'.repeat(5_001)) },
    { requiredKeys: ['template'] },
  ),
  archiveTemplate: fc.record({ template }),
  reviveTemplate: fc.record({ template }),
  chooseTemplate: fc.record({ template, isDefault: fc.boolean() }),
  saveView: fc.record(
    {
      view,
      name,
      look: fc.constantFrom('', 'view=list&group=theme', 'a b'),
      isShared: fc.boolean(),
      backlog: fc.option(team),
    },
    { requiredKeys: ['view'] },
  ),
  removeView: fc.record({ view }),
  scheduleSession: fc
    .tuple(
      fc.record({ session, kind: fc.constantFrom('meeting', 'planning'), name }),
      optional({ team, startsAt: fc.nat() }),
    )
    .map(([base, more]) => ({ ...base, ...more })),
  rescheduleSession: fc
    .tuple(fc.record({ session, name }), optional({ startsAt: fc.nat() }))
    .map(([base, more]) => ({ ...base, ...more })),
  startSession: fc.record({ session }),
  pauseSession: fc.record({ session }),
  resumeSession: fc.record({ session }),
  endSession: fc.record({ session }),
  endReading: fc.record({ session }),
  leaveSession: fc.record({ session }),
  takeOver: fc.record({ session }),
  raiseHand: fc.record({ session }),
  addToAgenda: fc.record({ session, story }),
  removeFromAgenda: fc.record({ session, story }),
  askForTime: fc.record({ session, story }),
  moveOnAgenda: fc.record({ session, story, after: fc.option(story) }),
  setTimeBox: fc.record({ session, story, minutes: fc.constantFrom(1, 20, 240) }),
  takeUpStory: fc
    .tuple(fc.record({ session, story }), optional({ silent: fc.constantFrom(1, 99) }))
    .map(([base, more]) => ({ ...base, ...more })),
  openVote: fc
    .tuple(fc.record({ session, story }), optional({ deadline: fc.constantFrom(1, 1_500, 99_999) }))
    .map(([base, more]) => ({ ...base, ...more })),
  castVote: fc.record({
    session,
    story,
    round,
    value: fc.constantFrom(null, 'ready', 'split', '3', '8', '?', 'no'),
  }),
  revealVotes: fc.record({ session, story, round }),
  concludeStory: fc.record({ session, story, outcome }),
  joinSession: fc.record({ session, as: fc.constantFrom('participant', 'observer') }),
  handOver: fc.record({ session, person: member }),
  giveFloor: fc.record({ session, person: member }),
  lowerHand: fc.record({ session, person: member }),
  recordDecision: fc.record({ session, note, text: words, about: fc.option(story) }),
  parkTopic: fc.record({ session, note, text: words, about: fc.option(story) }),
  captureTopic: fc.record({ session, note, story }),
}

export const COMMAND_TYPES = Object.keys(FIELDS) as CommandType[]

/** Any command of a type, on the company's stories, teams, themes and people. */
export function commandOf(type: CommandType): fc.Arbitrary<NewCommand> {
  return FIELDS[type].map((fields) => {
    // A field that is undefined is one that is not given.
    const given = Object.entries(fields).filter(([, value]) => value !== undefined)
    return { type, ...Object.fromEntries(given) } as NewCommand
  })
}

/** Any command at all. */
export const anyCommand = fc.constantFrom(...COMMAND_TYPES).chain(commandOf)
