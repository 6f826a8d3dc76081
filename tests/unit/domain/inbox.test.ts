import { describe, expect, it } from 'vitest'
import { type AskedQuestion, NO_FACTS, sameFacts } from '#lib/domain/facts.ts'
import { itemOf } from '#lib/domain/inbox/item.ts'
import { NOTICES_MAX } from '#lib/domain/inbox/notice.ts'
import { bo, con, Flow, kim, pia, vic } from '#tests/support/domain.ts'

/** Ana owns the workspace, Kim captured `a`, Bo watches it. */
function scene(): Flow {
  const flow = new Flow().join(bo, vic, con)
  flow.must({ type: 'captureStory', story: 'a', title: 'Export' }, kim)
  flow.must({ type: 'watchStory', story: 'a' }, bo)
  return flow
}

const question = (id: string, more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id,
  by: 'ana',
  owner: null,
  blocking: true,
  text: 'Which columns?',
  ...more,
})

describe('who is told of what', () => {
  it('[IN1] [IN2] a move reaches who captured the story and who watches it, with the reason why', () => {
    const flow = scene()
    flow.must({ type: 'startRefining', story: 'a' })
    expect(flow.news('kim')).toEqual({ a: ['moved: captured'] })
    expect(flow.news('bo')).toEqual({ a: ['moved: watching'] })
    expect(flow.news('vic')).toEqual({})
  })

  it('[IN1] nobody is told of their own act', () => {
    const flow = scene()
    flow.must({ type: 'startRefining', story: 'a' }, bo)
    expect(flow.news('bo')).toEqual({})
    expect(flow.news('kim')).toEqual({ a: ['moved: captured'] })
  })

  it('[IN1] a bounce and a dismissal bring their reason along', () => {
    const flow = scene()
    flow.must({ type: 'dismissStory', story: 'a', reason: 'Nobody\nneeds  it' })
    expect(flow.inbox.entry('kim', 'a')?.notices[0]).toMatchObject({
      by: 'ana',
      what: { kind: 'moved', from: 'idea', to: 'wont-do', excerpt: 'Nobody needs it' },
    })
  })

  it("[IN1] a team's backlog owners are told what comes to it, followers that it is done", () => {
    const flow = scene().join(pia)
    flow.found('web', { pia: 'backlog-owner', vic: 'member' })
    flow.must({ type: 'startRefining', story: 'a' })
    flow.must({ type: 'markReady', story: 'a', confirmed: true })
    flow.must({ type: 'assignToTeam', story: 'a', team: 'web' })
    expect(flow.news('pia')).toEqual({ a: ['moved: backlog-owner'] })
    expect(flow.news('vic')).toEqual({})
    flow.must({ type: 'moveToStep', story: 'a', step: 'doing' })
    flow.must({ type: 'moveToStep', story: 'a', step: 'done' })
    expect(flow.news('bo').a?.[0]).toBe('completed: watching')
    expect(flow.news('pia')).toEqual({ a: ['moved: backlog-owner'] })
  })

  it('[IN1] who was mentioned in the text is told once, and takes part from then on', () => {
    const flow = scene()
    flow.describe('a', { mentioned: ['vic', 'ana', 'nobody'] })
    expect(flow.news('vic')).toEqual({ a: ['mentioned: mentioned'] })
    expect(flow.news('ana')).toEqual({})
    flow.describe('a', { mentioned: ['vic', 'ana', 'nobody'], criteria: 2 })
    expect(flow.news('vic').a).toHaveLength(1)
    flow.must({ type: 'startRefining', story: 'a' })
    expect(flow.news('vic').a).toEqual(['moved: taking-part', 'mentioned: mentioned'])
  })

  it('[IN1] whoever types last is told of what others wrote about them, and not by their own name', () => {
    const flow = scene()
    const lastBo = { by: 'bo', mentionedBy: { bo: 'ana', kim: 'bo', vic: 'vic' } }
    flow.describe('a', { mentioned: ['bo', 'kim', 'vic'] }, lastBo)
    flow.describe('a', { asked: [question('q', { by: 'ana', owner: 'bo' })] }, { by: 'bo' })
    expect(flow.news('bo')).toEqual({ a: ['asked: asked', 'mentioned: mentioned'] })
    expect(flow.news('kim')).toEqual({ a: ['mentioned: mentioned'] })
    expect(flow.news('vic')).toEqual({})
  })

  it('[IN1] who is to answer a question is told when it becomes theirs, and who asked when it is closed', () => {
    const flow = scene()
    flow.describe('a', { asked: [question('q', { by: 'vic' })] })
    expect(flow.news('vic')).toEqual({})
    flow.describe('a', { asked: [question('q', { by: 'vic', owner: 'bo' })] })
    flow.describe('a', { asked: [question('q', { by: 'vic', owner: 'bo', text: 'Which?' })] })
    expect(flow.news('bo')).toEqual({ a: ['asked: asked'] })
    flow.describe('a', { asked: [] })
    expect(flow.news('vic')).toEqual({ a: ['answered: asker'] })
  })

  it('[IN1] whoever types last has answered nothing that somebody else did', () => {
    const flow = scene()
    const both = [question('q', { by: 'vic' }), question('r', { by: 'bo' })]
    flow.describe('a', { asked: both })
    const answered = { closed: ['q', 'r'], answeredBy: { q: 'ana', r: 'bo' } }
    flow.describe('a', { asked: [] }, { by: 'vic', ...answered })
    expect(flow.news('vic')).toEqual({ a: ['answered: asker'] })
    expect(flow.inbox.entry('vic', 'a')?.notices[0]?.by).toBe('ana')
    // Their own answer is no news.
    expect(flow.news('bo')).toEqual({})
  })

  it('[IN1] who asked is told whether their question was answered or is gone', () => {
    const flow = scene()
    const both = [question('q', { by: 'vic' }), question('r', { by: 'vic' })]
    flow.describe('a', { asked: both })
    flow.describe('a', { asked: [both[1]!] }, { closed: ['q'] })
    flow.describe('a', { asked: [] }, { closed: [] })
    expect(flow.news('vic')).toEqual({ a: ['withdrawn: asker', 'answered: asker'] })
  })

  it('[IN1] a question that left the text and is there again is told once; answered in between it is asked anew', () => {
    const flow = scene()
    const asked = [question('q', { by: 'vic', owner: 'bo' })]
    flow.describe('a', { asked })
    flow.describe('a', { asked: [] }, { closed: [] })
    flow.describe('a', { asked })
    expect(flow.news('bo')).toEqual({ a: ['asked: asked'] })
    expect(flow.news('vic')).toEqual({ a: ['withdrawn: asker'] })
    flow.describe('a', { asked: [question('q', { by: 'vic', owner: 'kim' })] })
    flow.describe('a', { asked })
    expect(flow.news('bo').a).toEqual(['asked: asked', 'asked: asked'])
    flow.describe('a', { asked: [] }, { closed: ['q'] })
    flow.describe('a', { asked })
    expect(flow.news('bo').a).toHaveLength(3)
  })

  it('[IN1] a team that the text mentions is told once, except who mentioned it and who may not read the story', () => {
    const flow = scene().found('web', { bo: 'member', kim: 'backlog-owner', vic: 'member' })
    flow.describe('a', { teams: ['web'] }, { by: 'bo', mentionedBy: { web: 'kim' } })
    flow.describe('a', { teams: ['web'], criteria: 1 })
    const members = flow.settings.teams.get('web')!.members.map(({ user }) => user)
    expect(members.length).toBeGreaterThan(0)
    for (const user of members) {
      const news = user === 'kim' ? {} : { a: ['mentioned: team-mentioned'] }
      expect([user, flow.news(user)]).toEqual([user, news])
    }
  })

  it('[IN1] who asks themselves is told of nothing', () => {
    const flow = scene()
    flow.describe('a', { asked: [question('q', { by: 'bo', owner: 'bo' })] })
    expect(flow.news('bo')).toEqual({})
  })

  it('[IN1] what a text said before inboxes were kept is no news', () => {
    const flow = scene()
    const { mentioned: _, asked: __, ...old } = NO_FACTS
    const read = (openQuestions: number) =>
      flow.stories.set('a', { ...flow.story('a'), facts: { ...old, openQuestions } })
    read(1)
    flow.describe('a', { asked: [question('q', { owner: 'bo' })] })
    expect(flow.news('bo')).toEqual({})
    // Of a story without questions it is known that nobody was asked.
    read(0)
    flow.describe('a', { asked: [question('p', { owner: 'bo' })] })
    expect(flow.news('bo')).toEqual({ a: ['asked: asked'] })
    expect(sameFacts(old, NO_FACTS)).toBe(true)
  })

  it('[IN2] who stops watching hears only of what means them, and who mutes of nothing', () => {
    const flow = scene()
    flow.must({ type: 'unwatchStory', story: 'a' }, kim)
    flow.must({ type: 'muteStory', story: 'a' }, bo)
    flow.must({ type: 'startRefining', story: 'a' })
    flow.describe('a', { asked: [question('q', { owner: 'kim' }), question('p', { owner: 'bo' })] })
    expect(flow.news('kim')).toEqual({ a: ['asked: asked'] })
    expect(flow.news('bo')).toEqual({})
    flow.must({ type: 'watchStory', story: 'a' }, bo)
    flow.must({ type: 'returnToIdea', story: 'a' })
    expect(flow.news('bo')).toEqual({ a: ['moved: watching'] })
  })

  it('[IN1] whoever has left the workspace is told of nothing', () => {
    const flow = scene()
    flow.must({ type: 'removeMember', member: 'bo' })
    flow.must({ type: 'startRefining', story: 'a' })
    expect(flow.news('bo')).toEqual({})
  })

  it('[IN4] what happens on the backlog of a private team is told to nobody outside, not even afterwards', () => {
    const flow = scene()
    flow.found('dark', { kim: 'member' }, { isPrivate: true })
    flow.must({ type: 'startRefining', story: 'a' })
    flow.must({ type: 'markReady', story: 'a', confirmed: true })
    const before = flow.news('bo').a
    flow.clock += 120_000
    flow.must({ type: 'assignToTeam', story: 'a', team: 'dark' })
    flow.must({ type: 'bounceStory', story: 'a', reason: 'Secret words' })
    expect(flow.news('bo').a).toEqual(before)
    expect(flow.inbox.entry('kim', 'a')?.notices[0]?.what).toMatchObject({
      excerpt: 'Secret words',
    })
  })

  it('[IN4] whoever loses sight of a story or a team loses what was told of it', () => {
    const flow = scene()
    flow.found('web', { kim: 'member' })
    flow.must({ type: 'startRefining', story: 'a' })
    flow.must({ type: 'markReady', story: 'a', confirmed: true })
    flow.clock += 120_000
    flow.must({ type: 'assignToTeam', story: 'a', team: 'web' })
    const seen = () => itemOf(flow, flow.story('a'), flow.inbox.entry('bo', 'a')!, bo)
    const onTeam = seen()!.notices.length
    flow.must({ type: 'changeTeam', team: 'web', isPrivate: true })
    expect(seen()).toBeNull()
    flow.must({ type: 'bounceStory', story: 'a', reason: 'Unclear' })
    expect(seen()!.notices).toHaveLength(onTeam - 1)
    expect(JSON.stringify(seen())).not.toContain('web')
  })

  it('[IN3] there and back at once is nothing, and several moves are one', () => {
    const flow = scene()
    flow.must({ type: 'startRefining', story: 'a' })
    flow.must({ type: 'returnToIdea', story: 'a' })
    expect(flow.news('kim')).toEqual({})
    flow.must({ type: 'startRefining', story: 'a' })
    flow.must({ type: 'markReady', story: 'a', confirmed: true })
    expect(flow.news('kim')).toEqual({ a: ['moved: captured'] })
    expect(flow.inbox.entry('kim', 'a')?.notices[0]?.what).toMatchObject({
      from: 'idea',
      to: 'ready',
    })
  })

  it('[IN3] of a story so many notices are kept, the newest', () => {
    const flow = scene()
    for (let round = 0; round < 20; round += 1) {
      flow.clock += 120_000
      flow.must({ type: round % 2 === 0 ? 'startRefining' : 'returnToIdea', story: 'a' })
    }
    const { notices } = flow.inbox.entry('kim', 'a')!
    expect(notices).toHaveLength(NOTICES_MAX)
    expect(notices[0]?.seq).toBe(flow.events.length)
  })
})

describe('what is said in a discussion', () => {
  const start = (text: string, more: object = {}) =>
    ({
      type: 'startThread',
      story: 'a',
      thread: 't',
      comment: 'c',
      anchor: null,
      text,
      ...more,
    }) as const
  const reply = (text: string, comment = 'd') =>
    ({ type: 'reply', story: 'a', thread: 't', comment, text }) as const

  it('[IN1] reaches followers, and whoever is mentioned as such; its words are in the notice', () => {
    const flow = scene()
    flow.must(start('Which @[Vic](person:vic)\ncolumns?'))
    expect(flow.news('kim')).toEqual({ a: ['comment: captured'] })
    expect(flow.news('bo')).toEqual({ a: ['comment: watching'] })
    expect(flow.news('vic')).toEqual({ a: ['comment: mentioned'] })
    expect(flow.inbox.entry('vic', 'a')?.notices[0]?.what).toMatchObject({
      thread: 't',
      comment: 'c',
      excerpt: 'Which @Vic columns?',
      starts: true,
    })
  })

  it('[IN1] an answer reaches who has written in the thread, before their other reasons', () => {
    const flow = scene()
    flow.must(start('Which columns?'), con)
    flow.must(reply('All of them'), kim)
    expect(flow.news('con')).toEqual({ a: ['comment: in-thread'] })
    expect(flow.news('bo').a).toEqual(['comment: watching', 'comment: watching'])
    flow.must({ type: 'resolveThread', story: 'a', thread: 't' })
    expect(flow.news('con').a?.[0]).toBe('resolved: in-thread')
    expect(flow.news('bo').a).toHaveLength(2)
  })

  it('[IN1] a mentioned team reaches its people, a comment on a question who asked it and who is to answer', () => {
    const flow = scene()
    flow.found('web', { vic: 'member' })
    flow.must(start('@[Web](team:web) please look'))
    expect(flow.news('vic')).toEqual({ a: ['comment: team-mentioned'] })
    // What was said then is read by whoever may read the story later: without the team's name (TA14).
    expect(flow.inbox.entry('vic', 'a')?.notices[0]?.what).toMatchObject({
      excerpt: 'a team please look',
    })
    flow.describe('a', { asked: [question('q', { by: 'kim', owner: 'vic' })] })
    const anchor = { kind: 'block', block: 'q', quote: 'Which columns?' } as const
    flow.must({ ...start('I think all', { anchor }), thread: 'u', comment: 'e' })
    expect(flow.news('kim').a?.[0]).toBe('comment: asker')
    expect(flow.news('vic').a?.[0]).toBe('comment: asked')
  })

  it('[IN1] an edit tells only who was not mentioned before, and changes the words in all inboxes', () => {
    const flow = scene()
    flow.must(start('Ask @[Vic](person:vic)'))
    const text = 'Ask @[Vic](person:vic) and @[Bo](person:bo)'
    flow.must({ type: 'editComment', story: 'a', thread: 't', comment: 'c', text })
    expect(flow.news('vic').a).toHaveLength(1)
    expect(flow.news('bo').a).toEqual(['comment: mentioned', 'comment: watching'])
    expect(flow.inbox.entry('kim', 'a')?.notices[0]?.what).toMatchObject({
      excerpt: 'Ask @Vic and @Bo',
    })
  })

  it('[IN3] what is deleted leaves every inbox', () => {
    const flow = scene()
    flow.must(start('Something rash'))
    flow.must({ type: 'deleteComment', story: 'a', thread: 't', comment: 'c' })
    expect(JSON.stringify([...flow.entries.get('a')!])).not.toContain('rash')
    expect(flow.news('kim')).toEqual({})
  })

  it('[IN2] whoever wrote takes part from then on, until they mute it', () => {
    const flow = scene()
    flow.must(start('Hello'), con)
    flow.must({ type: 'startRefining', story: 'a' })
    expect(flow.news('con')).toEqual({ a: ['moved: taking-part'] })
    flow.must({ type: 'muteStory', story: 'a' }, con)
    flow.must(reply('Hello @[Con](person:con)'))
    expect(flow.news('con').a).toHaveLength(1)
  })
})
