import { describe, expect, it } from 'vitest'
import type { NewCommand } from '#lib/domain/command.ts'
import { REFUSAL_CODES, type RefusalCode } from '#lib/domain/refusal.ts'
import { TEMPLATES_MAX } from '#lib/domain/template.ts'
import { VIEWS_MAX } from '#lib/domain/view.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { COMMENT_MAX_CHARACTERS, THREADS_MAX } from '#lib/domain/talk/thread.ts'
import { ana, Flow, kim, vic } from '#tests/support/domain.ts'

const anchor = { kind: 'text', start: 'AAA=', end: 'AAE=', quote: 'a' } as const
const thread = {
  type: 'startThread',
  story: 'idea',
  thread: 'new',
  comment: 'new',
  text: 'T',
  anchor: null,
} as const
const comment = { story: 'idea', thread: 'said', comment: 'said' } as const

/** A workspace in which each of the commands below is refused. */
function busy(): Flow {
  const flow = new Flow().join(vic).found('web', { kim: 'member' }).found('app')
  flow.versions = new Map()
  for (const id of ['idea', 'trashed', 'other']) flow.put(id)
  flow.put('refined', 'refinement')
  flow.put('dismissed', 'wont-do')
  flow.putOnTeam('t', 'web')
  flow.must({ type: 'trashStory', story: 'trashed' })
  flow.must({ type: 'createTheme', theme: 'theme', name: 'Trust' })
  flow.must({ ...thread, thread: 'said', comment: 'said', text: 'Why?' })
  const suggestion = { from: 'a', to: 'b' }
  flow.must({ ...thread, thread: 'done', comment: 'done', text: '', anchor, suggestion })
  flow.must({ type: 'settleSuggestion', story: 'idea', thread: 'done', outcome: 'accepted' })
  for (let n = flow.talks.get('refined').size; n < THREADS_MAX; n += 1) {
    flow.must({ ...thread, story: 'refined', thread: `t${n}`, comment: `c${n}`, text: 'Why?' })
  }
  for (let index = 0; index < VIEWS_MAX; index += 1) {
    flow.must({ type: 'saveView', view: `v${index}`, name: `View ${index}` })
  }
  for (let index = 0; index < TEMPLATES_MAX; index += 1) {
    const template = `m${index}`
    flow.must({ type: 'defineTemplate', template, name: template, content: 'x' })
  }
  const meet = { session: 'meet' } as const
  const scheduled = { type: 'scheduleSession', kind: 'meeting', name: 'Weekly' } as const
  for (const session of ['meet', 'empty']) flow.must({ ...scheduled, session }, kim)
  for (const story of ['idea', 'refined']) flow.must({ type: 'addToAgenda', ...meet, story })
  flow.must({ type: 'startSession', ...meet }, kim)
  flow.must({ type: 'openVote', ...meet, story: 'idea' }, kim)
  return flow
}

const EXAMPLES: Record<RefusalCode, readonly [NewCommand, Actor?]> = {
  invalid: [{ type: 'captureStory', story: '__proto__', title: 'T' }],
  notFound: [{ type: 'renameStory', story: 'nope', title: 'T' }],
  inTrash: [{ type: 'renameStory', story: 'trashed', title: 'T' }],
  notInTrash: [{ type: 'restoreStory', story: 'idea' }],
  idTaken: [{ type: 'captureStory', story: 'idea', title: 'T' }],
  titleEmpty: [{ type: 'renameStory', story: 'idea', title: ' ' }],
  titleTooLong: [{ type: 'renameStory', story: 'idea', title: 'x'.repeat(501) }],
  reasonMissing: [{ type: 'dismissStory', story: 'idea' }],
  reasonTooLong: [{ type: 'dismissStory', story: 'idea', reason: 'x'.repeat(2_001) }],
  alreadyThere: [{ type: 'startRefining', story: 'refined' }],
  moveNotAllowed: [{ type: 'markReady', story: 'idea' }],
  placeNotFound: [{ type: 'rankStory', story: 'idea', place: { after: 'nope' } }],
  badDate: [{ type: 'dismissStory', story: 'idea', reason: 'R', revisitOn: 'soon' }],
  badDuplicate: [{ type: 'dismissStory', story: 'idea', reason: 'R', duplicateOf: 'idea' }],
  notAllowed: [{ type: 'renameStory', story: 'idea', title: 'T' }, vic],
  notReady: [{ type: 'markReady', story: 'refined' }],
  neverQuiet: [{ type: 'keepStory', story: 'dismissed' }],
  notOnTeam: [{ type: 'sizeStory', story: 'idea', size: '3' }],
  teamNotFound: [{ type: 'changeTeam', team: 'nope' }],
  teamNotEmpty: [{ type: 'archiveTeam', team: 'web' }],
  stepNotFound: [{ type: 'moveToStep', story: 't', step: 'nope' }],
  badSteps: [{ type: 'setSteps', team: 'web', steps: [] }],
  badSize: [{ type: 'sizeStory', story: 't', size: 'huge' }],
  badSchedule: [{ type: 'scheduleStory', story: 't', schedule: 'soon' }],
  themeNotFound: [{ type: 'setTheme', story: 'idea', theme: 'nope' }],
  personaNotFound: [{ type: 'setPersona', story: 'idea', persona: 'nope' }],
  viewNotFound: [{ type: 'removeView', view: 'nope' }],
  tooManyViews: [{ type: 'saveView', view: 'more', name: 'More' }],
  templateNotFound: [{ type: 'archiveTemplate', template: 'nope' }],
  tooManyTemplates: [{ type: 'defineTemplate', template: 'more', name: 'More', content: 'x' }],
  textEmpty: [{ type: 'defineTemplate', template: 'more', name: 'More', content: ' ' }],
  memberNotFound: [{ type: 'changeRoles', member: 'nope', roles: ['member'] }],
  versionNotFound: [{ type: 'nameVersion', story: 'idea', version: 7, name: 'Agreed' }],
  nameEmpty: [{ type: 'createTeam', team: 'x', name: ' ' }],
  nameTaken: [{ type: 'createTeam', team: 'x', name: 'web' }],
  nameTooLong: [{ type: 'createTeam', team: 'x', name: 'x'.repeat(61) }],
  textTooLong: [{ type: 'changeTheme', theme: 'theme', intent: 'x'.repeat(2_001) }],
  badLabels: [{ type: 'setLabels', story: 'idea', labels: ['x'.repeat(41)] }],
  badDependencies: [{ type: 'setDependencies', story: 'idea', dependencies: ['idea'] }],
  commentEmpty: [{ ...thread, text: ' \n' }],
  commentTooLong: [{ ...thread, text: 'x'.repeat(COMMENT_MAX_CHARACTERS + 1) }],
  commentNotFound: [{ type: 'deleteComment', ...comment, comment: 'nope' }],
  threadNotFound: [{ type: 'resolveThread', story: 'idea', thread: 'nope' }],
  badAnchor: [{ ...thread, anchor: { ...anchor, start: '<p>' } }],
  badSuggestion: [{ ...thread, anchor, suggestion: { from: 'a', to: 'a' } }],
  noSuggestion: [{ type: 'settleSuggestion', story: 'idea', thread: 'said', outcome: 'accepted' }],
  alreadySettled: [
    { type: 'settleSuggestion', story: 'idea', thread: 'done', outcome: 'rejected' },
  ],
  badReaction: [{ type: 'react', ...comment, emoji: 'nice' }],
  tooMuch: [{ ...thread, story: 'refined' }],
  sessionNotFound: [{ type: 'startSession', session: 'nope' }],
  wrongMoment: [{ type: 'resumeSession', session: 'meet' }, kim],
  notFacilitator: [{ type: 'endSession', session: 'meet' }],
  notInSession: [{ type: 'castVote', session: 'meet', story: 'idea', round: 1, value: 'ready' }],
  notOnAgenda: [{ type: 'takeUpStory', session: 'meet', story: 'other' }, kim],
  agendaEmpty: [{ type: 'startSession', session: 'empty' }],
  badVote: [{ type: 'castVote', session: 'meet', story: 'idea', round: 1, value: '3' }, kim],
  badDeadline: [{ type: 'openVote', session: 'meet', story: 'refined', deadline: 1 }, kim],
  noVotes: [{ type: 'revealVotes', session: 'meet', story: 'idea', round: 1 }, kim],
  badOutcome: [
    {
      type: 'concludeStory',
      session: 'meet',
      story: 'idea',
      outcome: { kind: 'sized', size: '3' },
    },
    kim,
  ],
  noteNotFound: [{ type: 'captureTopic', session: 'meet', note: 'nope', story: 'new' }, kim],
  ownRole: [{ type: 'removeMember', member: 'ana' }],
}

describe('[CM2] every refusal', () => {
  it.each(REFUSAL_CODES)('[CM2] %s is said in a sentence, and changes nothing', (code) => {
    const flow = busy()
    const before = [new Map(flow.stories), flow.settings, flow.events.length]
    const [command, actor = ana] = EXAMPLES[code]
    const decision = flow.run(command, actor)
    expect(decision).toMatchObject({ ok: false, code, who: expect.any(Array) })
    if (!decision.ok) expect(decision.message).toMatch(/^["A-Z].*\.$/)
    expect([new Map(flow.stories), flow.settings, flow.events.length]).toEqual(before)
  })

  it('[CM2] a long text is not said back whole', () => {
    const flow = busy()
    for (const command of [
      { type: 'captureStory', story: ' '.repeat(50_000), title: 'T' },
      { type: 'moveToStep', story: 't', step: 'x'.repeat(50_000) },
      { type: 'dismissStory', story: 'idea', reason: 'R', revisitOn: 'x'.repeat(50_000) },
      { type: 'setLabels', story: 'idea', labels: ['x'.repeat(50_000)] },
    ] as const) {
      const decision = flow.run(command, kim)
      expect(decision.ok ? 0 : decision.message.length, command.type).toBeLessThan(300)
    }
  })
})
