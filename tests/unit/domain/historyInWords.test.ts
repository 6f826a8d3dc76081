import { describe, expect, test } from 'vitest'
import type { EventType, WorkspaceEvent } from '#lib/domain/event.ts'
import { NO_FACTS } from '#lib/domain/facts.ts'
import { inEnglish } from '#lib/domain/history/inEnglish.ts'
import { inWords } from '#lib/domain/history/inWords.ts'
import type { Known } from '#lib/domain/history/known.ts'
import { EVENT_TYPES, HISTORY_KINDS, KIND_OF, typesOf } from '#lib/domain/history/kinds.ts'
import { plainWords } from '#lib/domain/history/write.ts'
import { UNDONE } from '#lib/domain/inverse.ts'
import { DEFAULT_POLICY } from '#lib/domain/policy.ts'
import { NOBODY } from '#lib/domain/talk/thread.ts'
import { type FactOf, OF_SESSIONS } from '#tests/support/sessionHistory.ts'
import { analyst, template, theme, view, web } from '#tests/support/historyThings.ts'

const known: Known = {
  members: new Map([
    ['ana', { name: 'Ana' }],
    ['kim', { name: 'Kim' }],
  ]),
  stories: new Map([
    ['s1', { key: 'ST-1', title: 'Export to CSV' }],
    ['s2', { key: 'ST-2', title: 'Export again' }],
    ['s3', { key: null, title: 'Not numbered' }],
  ]),
  settings: {
    teams: new Map([
      ['web', web],
      ['data', { ...web, id: 'data', name: 'Data' }],
    ]),
    themes: new Map([['reports', theme]]),
    personas: new Map([['analyst', analyst]]),
  },
}

const said = { thread: 't', comment: 'c', text: 'Why, @[Kim](person:kim)?', mentions: NOBODY }
const staying = { reason: null, revisitOn: null, duplicateOf: null }
const onWeb = { team: 'web', step: 'doing', rank: 'a1', size: 'M', schedule: '2026-04-03' }

/** Every type of event once, with what is told of it among other stories. */
const EVERY: { [Type in EventType]: [FactOf<Type>, string] } = {
  StoryCaptured: [
    { number: 1, key: 'ST-1', title: 'Export', stage: 'idea', rank: 'a0', sample: false },
    'captured ST-1 as “Export”',
  ],
  StoryRenamed: [
    { from: 'Export', to: 'Export to CSV' },
    'renamed ST-1 from “Export” to “Export to CSV”',
  ],
  ThemeSet: [{ from: null, to: 'reports' }, 'gave ST-1 the theme Reports'],
  PersonaSet: [{ from: 'analyst', to: 'not-needed' }, 'said that ST-1 needs no persona'],
  LabelsSet: [{ from: ['a'], to: ['b', 'c'] }, 'gave ST-1 the labels b and c instead of a'],
  DependenciesSet: [
    { from: null, to: ['s2', 's3', 'gone'] },
    'said that ST-1 waits for ST-2, “Not numbered” and a story that is gone',
  ],
  StoryDescribed: [{ facts: NO_FACTS }, 'edited the text of ST-1'],
  StoryMoved: [
    { from: 'idea', to: 'refinement', fromRank: 'a0', rank: 'a1', ...staying },
    'moved ST-1 from Idea to Refinement',
  ],
  StoryRanked: [{ from: 'a5', to: 'a1' }, 'moved ST-1 up in the order'],
  StoryAssigned: [
    { team: 'web', step: 'todo', fromRank: 'a0', rank: 'a1' },
    'assigned ST-1 to Web, To do',
  ],
  StoryReassigned: [
    { from: onWeb, to: { team: 'data', step: 'todo', rank: 'a1' } },
    'reassigned ST-1 from Web to Data',
  ],
  StorySentBack: [
    { from: onWeb, to: 'refinement', rank: 'a1', ...staying },
    'sent ST-1 back from Web, In progress, to Refinement',
  ],
  StoryStepped: [
    { team: 'web', from: 'todo', to: 'doing', fromRank: 'a0', rank: 'a0', done: false },
    'moved ST-1 from To do to In progress',
  ],
  StorySized: [{ from: 'S', to: 'M', agreed: 'x' }, 'changed the size of ST-1 from S to M'],
  StoryScheduled: [{ from: null, to: '2026-04-03' }, 'gave ST-1 the schedule 3 Apr 2026'],
  ChangeAcknowledged: [{ agreed: 'x' }, 'has seen that the criteria of ST-1 changed'],
  StoryAcknowledged: [{ side: 'design' }, 'acknowledged ST-1 for design'],
  AcknowledgementWithdrawn: [{ side: 'design' }, 'withdrew the acknowledgement of ST-1 for design'],
  StoryUpvoted: [{}, 'voted for ST-1'],
  VoteWithdrawn: [{}, 'withdrew the vote for ST-1'],
  StoryWatched: [{}, 'began to watch ST-1'],
  StoryUnwatched: [{}, 'stopped watching ST-1'],
  StoryMuted: [{}, 'muted ST-1'],
  StoryUnmuted: [{}, 'took the mute off ST-1'],
  NoticesDone: [{ upTo: 4 }, 'marked what came of ST-1 as done'],
  NoticesUndone: [{ downTo: 2 }, 'marked what came of ST-1 as new again'],
  StoryFiled: [{}, 'had captured ST-1, which is filed from now on: it has been closed for long'],
  RevisitCame: [{ on: '2026-04-03' }, 'had set ST-1 aside until 3 Apr 2026: that day has come'],
  StoryKept: [{}, 'said to keep ST-1, which had been quiet'],
  KeepWithdrawn: [{}, 'no longer said to keep ST-1'],
  StoryMerged: [{ from: 's2', votes: ['kim'], watchers: [] }, 'merged ST-2 into ST-1'],
  ThreadStarted: [
    { ...said, anchor: null, suggestion: { from: 'this', to: 'that' } },
    'suggested a change in ST-1: “that”, not “this”',
  ],
  ThreadReplied: [said, 'answered in the discussion of ST-1'],
  CommentEdited: [said, 'changed a comment in the discussion of ST-1'],
  CommentDeleted: [
    { thread: 't', comment: 'c', closes: false },
    'deleted a comment in the discussion of ST-1',
  ],
  CommentRestored: [
    { ...said, anchor: null, suggestion: null, opens: false },
    'brought a deleted comment back in the discussion of ST-1',
  ],
  ThreadResolved: [{ thread: 't' }, 'resolved a thread in the discussion of ST-1'],
  ThreadReopened: [{ thread: 't' }, 'reopened a thread in the discussion of ST-1'],
  CommentReacted: [
    { thread: 't', comment: 'c', emoji: '👍' },
    'reacted with 👍 in the discussion of ST-1',
  ],
  ReactionWithdrawn: [
    { thread: 't', comment: 'c', emoji: '👍' },
    'took 👍 back in the discussion of ST-1',
  ],
  SuggestionSettled: [
    { thread: 't', outcome: 'accepted', closes: true },
    'accepted a suggestion in the discussion of ST-1',
  ],
  SuggestionUnsettled: [
    { thread: 't', opens: true },
    'took back what they had decided on a suggestion in the discussion of ST-1',
  ],
  VersionKept: [{ name: 'Agreed' }, 'kept the text of ST-1 as the version “Agreed”'],
  VersionNamed: [{ version: 1, from: null, to: 'Agreed' }, 'called a version of ST-1 “Agreed”'],
  VersionRestored: [
    { version: 1, name: 'Agreed', keptAt: 5, block: null },
    'restored the text of ST-1 from the version “Agreed”',
  ],
  CriteriaDealt: [{ from: 's2', criteria: ['c1', 'c2'] }, 'split ST-1 off ST-2, with 2 criteria'],
  ...OF_SESSIONS,
  StoryTrashed: [{}, 'moved ST-1 to the trash'],
  StoryRestored: [{ rank: 'a1' }, 'restored ST-1 from the trash'],
  StoryPurged: [{ key: 'ST-1', title: 'Export' }, 'removed ST-1 “Export” for good'],
  PolicySet: [
    { from: DEFAULT_POLICY, to: { ...DEFAULT_POLICY, gate: 'block' } },
    'changed the policy: the gate from warn to block',
  ],
  RolesChanged: [
    { member: 'kim', from: ['member'], to: ['member', 'product-manager'] },
    'made Kim member and product manager, until then member',
  ],
  TeamSet: [{ from: null, to: web }, 'created the team Web'],
  ThemeDefined: [
    { from: theme, to: { ...theme, name: 'Reporting' } },
    'renamed the theme Reports to Reporting',
  ],
  PersonaDefined: [
    { from: analyst, to: { ...analyst, archivedAt: 5 } },
    'archived the persona Analyst',
  ],
  TemplateDefined: [
    { from: template, to: { ...template, content: '## Design', isDefault: true } },
    'changed the template Bug',
  ],
  ViewDefined: [{ from: { ...view, isShared: false }, to: view }, 'shared the view Old ideas'],
}

function event(type: EventType, fact: object): WorkspaceEvent {
  const isOfSession = KIND_OF[type] === 'sessions'
  const story = KIND_OF[type] === 'settings' || isOfSession ? null : 's1'
  return {
    ...(isOfSession && { session: 'meet', team: null }),
    seq: 1,
    at: 1,
    by: 'ana',
    command: 'c',
    story,
    type,
    ...fact,
  } as unknown as WorkspaceEvent
}

function told(type: EventType, fact: object, { named = true } = {}) {
  const { words, quote, notes } = inEnglish(inWords(event(type, fact), known, { named }))
  return { words: plainWords(words), quote, notes }
}

describe('[HI2] every event has words', () => {
  test.each(EVENT_TYPES)('%s', (type) => {
    const [fact, words] = EVERY[type]
    expect(told(type, fact).words).toBe(words)
    const its = told(type, fact, { named: false }).words
    expect(its).not.toContain('undefined')
    // In a session a story is never "it".
    if (type !== 'StoryPurged' && KIND_OF[type] !== 'sessions')
      expect(its.replace('ST-2', '')).not.toContain('ST-1')
  })

  test('and one kind, under which it is found', () => {
    expect(HISTORY_KINDS.flatMap(typesOf).sort()).toEqual([...EVENT_TYPES].sort())
  })
})

describe('a story’s way', () => {
  const gate = { mode: 'warn', missing: [], override: null, acknowledged: {} } as const
  const ready = { from: 'refinement', to: 'ready', fromRank: 'a0', rank: 'a1', ...staying }

  test('[RD1] into Ready with what the gate missed, who had acknowledged, and why it was overruled', () => {
    expect(told('StoryMoved', { ...ready, gate })).toEqual({
      words: 'marked ST-1 ready',
      quote: null,
      notes: [],
    })
    expect(
      told('StoryMoved', { ...ready, gate: { ...gate, missing: ['value', 'theme'] } }).words,
    ).toBe(
      'marked ST-1 ready although 2 checks were missing: the customer value is not written; it has no theme',
    )
    const overruled = {
      mode: 'block',
      missing: ['theme'],
      override: 'The customer waits',
      acknowledged: { product: 'ana', design: 'gone' },
    }
    expect(told('StoryMoved', { ...ready, gate: overruled })).toEqual({
      words:
        'overruled the gate and marked ST-1 ready although a check was missing: it has no theme',
      quote: 'The customer waits',
      notes: ['Acknowledged for product by Ana and for design by someone who has left'],
    })
    expect(told('StoryMoved', { ...ready, gate: { ...gate, mode: 'off' } }).notes).toEqual([
      'The gate was off',
    ])
  })

  test('[ST2] out of it with the reason in quotes, the date to look again, and what it repeats', () => {
    const back = { from: 'ready', to: 'refinement', fromRank: 'a0', rank: 'a1', ...staying }
    expect(told('StoryMoved', { ...back, reason: 'Which columns?' })).toEqual({
      words: 'sent ST-1 back from Ready for assignment to Refinement',
      quote: 'Which columns?',
      notes: [],
    })
    const dismissed = { reason: 'Done elsewhere', revisitOn: '2026-12-01', duplicateOf: 's2' }
    expect(told('StoryMoved', { ...back, to: 'wont-do', ...dismissed })).toEqual({
      words: "moved ST-1 from Ready for assignment to Won't do",
      quote: 'Done elsewhere',
      notes: ['It repeats ST-2', 'To look at again on 1 Dec 2026'],
    })
    expect(told('StoryMoved', { ...back, from: 'wont-do', to: 'idea' }).words).toBe(
      "reopened ST-1, from Won't do to Idea",
    )
  })

  test('a move that was only taken back quotes nobody', () => {
    const back = { from: 'ready', to: 'refinement', fromRank: 'a0', rank: 'a1', ...staying }
    expect(told('StoryMoved', { ...back, reason: UNDONE })).toMatchObject({
      quote: null,
      notes: ['Took a move back'],
    })
  })

  test('[ST4] off a backlog with what it lost there', () => {
    const [fact] = EVERY.StorySentBack
    expect(told('StorySentBack', { ...fact, reason: 'Too large' })).toMatchObject({
      quote: 'Too large',
      notes: ['Lost its size M and its schedule 3 Apr 2026'],
    })
  })
})

describe('[HI2] what is taken away, and what is gone', () => {
  test('says what it was', () => {
    expect(told('ThemeSet', { from: 'reports', to: null }).words).toBe(
      'took the theme Reports off ST-1',
    )
    expect(told('StorySized', { from: 'M', to: null, agreed: null }, { named: false }).words).toBe(
      'took the size M off it',
    )
    expect(told('LabelsSet', { from: ['a', 'b'], to: [] }).words).toBe(
      'took the labels a and b off ST-1',
    )
  })

  test('says that it is gone', () => {
    expect(told('ThemeSet', { from: 'old', to: 'reports' }).words).toBe(
      'changed the theme of ST-1 from a theme that is gone to Reports',
    )
    expect(told('StoryStepped', { ...EVERY.StoryStepped[0], from: 'qa' }).words).toBe(
      'moved ST-1 from a step that is gone to In progress',
    )
    expect(
      told('StoryAssigned', { team: 'old', step: 'todo', fromRank: 'a', rank: 'a' }).words,
    ).toBe('assigned ST-1 to a team that is gone, a step that is gone')
    expect(told('RolesChanged', { member: 'bo', from: [], to: ['member'] }).words).toBe(
      'joined the workspace as member',
    )
    expect(told('RolesChanged', { member: 'bo', from: ['member'], to: null }).words).toBe(
      'removed someone who has left from the workspace',
    )
  })
})

describe('what the workspace decided', () => {
  test('several changes at once are told one by one', () => {
    const to = {
      ...web,
      isPrivate: true,
      members: [
        { user: 'kim', role: 'backlog-owner' },
        { user: 'ana', role: 'member' },
      ],
      steps: [
        ...web.steps.slice(0, 2),
        { id: 'qa', name: 'QA', category: 'in-progress' },
        web.steps[3],
      ],
      iterations: { startsOn: '2026-01-05', days: 14 },
    }
    expect(told('TeamSet', { from: web, to })).toEqual({
      words: 'changed the team Web',
      quote: null,
      notes: [
        'Kim is backlog owner now',
        'Ana joined as member',
        'New step “QA”',
        'Without the step “Review”',
        'Private from now on',
        'Iterations of 14 days from 5 Jan 2026',
      ],
    })
    const policy = {
      ...DEFAULT_POLICY,
      mostCriteria: 5,
      checks: { ...DEFAULT_POLICY.checks, design: 'required' },
      ageing: { ...DEFAULT_POLICY.ageing, idea: 60 },
    }
    expect(told('PolicySet', { from: DEFAULT_POLICY, to: policy }).notes).toEqual([
      'Design from advisory to required',
      'At most 5 criteria, not 8',
      'Idea ages after 60 days, not 90',
    ])
  })
})

test('[TA12] a comment is told as people read it, by its beginning; one that is gone without its words', () => {
  expect(told('ThreadReplied', said, { named: false })).toEqual({
    words: 'answered in the discussion',
    quote: 'Why, @Kim?',
    notes: [],
  })
  const anchor = { kind: 'block', block: 'b', quote: 'The export' } as const
  const started = { ...said, text: 'x'.repeat(500), anchor, suggestion: null }
  expect(told('ThreadStarted', started)).toEqual({
    words: 'commented on ST-1',
    quote: `${'x'.repeat(199)}…`,
    notes: ['About “The export”'],
  })
  expect(told('ThreadReplied', { ...said, text: null }).quote).toBeNull()
})

test('[TA14] a comment is told with the names of the teams that its event mentions, and of no other', () => {
  const text = '@[Acme](team:web) and @[Acme](team:data)'
  const reply = { ...said, text, mentions: { people: [], teams: ['web'] } }
  expect(told('ThreadReplied', reply).quote).toBe('@Web and a team')
})

test('[VE1] a version is told by its name, or as the edit that it keeps', () => {
  expect(told('VersionKept', { name: null }, { named: false })).toEqual({
    words: 'edited the text',
    quote: null,
    notes: ['A version of it was kept'],
  })
  const named = (from: string | null, to: string | null) =>
    told('VersionNamed', { version: 1, from, to }, { named: false }).words
  expect(named('Draft', 'Agreed')).toBe('renamed the version “Draft” to “Agreed”')
  expect(named('Draft', null)).toBe('took the name off the version “Draft”')
})

test('[VE5] a restored part says from which version it is', () => {
  const restored = (name: string | null, keptAt: number | null, block: string | null) =>
    told('VersionRestored', { version: 1, name, keptAt, block }, { named: false }).words
  expect(restored('Agreed', 5, 'abc')).toBe('restored a part of the text from the version “Agreed”')
  expect(restored(null, Date.UTC(2026, 3, 3), null)).toBe(
    'restored the text from the version of 3 Apr 2026',
  )
  expect(restored(null, null, null)).toBe('restored the text from an earlier version')
})

test('an edit says what the text had afterwards', () => {
  const facts = { ...NO_FACTS, hasValue: true, criteria: 2, openQuestions: 2, blockingQuestions: 1 }
  expect(told('StoryDescribed', { facts }, { named: false })).toEqual({
    words: 'edited the text',
    quote: null,
    notes: ['With customer value, 2 criteria, 2 open questions (1 blocking)'],
  })
})
