import { describe, expect, it } from 'vitest'
import { dayAfter } from '#components/inbox/dayAfter.ts'
import { type Landing, landingsOf, whyClosed, whyDimmed } from '#components/flow/landings.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import type { Question, StoryClient } from '#components/flow/target.ts'
import type { Command } from '#lib/domain/command.ts'
import { decide } from '#lib/domain/decide.ts'
import type { GateMode } from '#lib/domain/policy.ts'
import { STAGES } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { type Actor } from '#lib/domain/roles.ts'
import { ana, Flow } from '#tests/support/domain.ts'

const LACKING = ['value', 'criteria', 'theme', 'persona']

function clientOn(flow: Flow, { id, name, roles }: Actor = ana): StoryClient {
  return {
    workspaceId: 'w',
    me: { id, name, email: '', colour: 0, roles },
    judge: (command) => {
      const decision = decide(flow, { ...command, id: 'try' } as Command, ana, 1)
      return decision.ok ? null : decision
    },
    send: () => {
      throw new Error('Nothing is sent before the question is answered')
    },
    area: { get: () => ({ phase: 'loading' }), subscribe: () => () => {} },
  }
}

function refining(gate: GateMode) {
  const flow = new Flow()
  flow.run({ type: 'setPolicy', policy: { gate } })
  flow.put('a', 'refinement')
  return { flow, client: clientOn(flow), story: flow.stories.get('a') as AreaStory }
}

const kinds = (landings: Readonly<Record<string, Landing>>) =>
  STAGES.map((stage) => landings[stage]?.kind)

describe('[UX20] what awaits a card in a column', () => {
  it('[RD1] where the gate warns, Ready takes it and says what is missing, undimmed', () => {
    const { client, story } = refining('warn')
    const landings = landingsOf(client, story)
    expect(kinds(landings)).toEqual(['open', 'open', 'asks', 'open'])
    expect(landings.ready).toEqual({ kind: 'asks', says: '4 checks missing' })
    expect(whyDimmed(landings.ready)).toBeNull()
  })

  it('[RD1] where the gate blocks, Ready is dimmed and says the same; a drop is not refused', () => {
    const { client, story } = refining('block')
    const { ready } = landingsOf(client, story)
    expect(ready).toEqual({ kind: 'held back', says: '4 checks missing' })
    expect(whyDimmed(ready)).toBe('4 checks missing')
    expect(whyClosed(ready)).toBeNull()
  })

  it('[RD1] where there is no gate, Ready is open', () => {
    const { client, story } = refining('off')
    expect(landingsOf(client, story).ready).toEqual({ kind: 'open' })
  })

  it('[ST2] what the flow does not have is closed, with the way that there is', () => {
    const flow = new Flow()
    flow.put('a', 'idea')
    const { ready } = landingsOf(clientOn(flow), flow.stories.get('a') as AreaStory)
    expect(whyClosed(ready)).toBe(
      'Ideas are refined before they are ready. Move it to Refinement first.',
    )
  })

  it('[UX20] what this person may not do is closed, with whom to ask; ordering its own column, too', () => {
    const { flow, client, story } = refining('warn')
    flow.members.set('ana', { id: 'ana', name: 'Ana', roles: ['member'] })
    flow.members.set('pia', { id: 'pia', name: 'Pia', roles: ['product-manager'] })
    const landings = landingsOf(client, story)
    expect(kinds(landings)).toEqual(['open', 'closed', 'closed', 'closed'])
    expect(whyClosed(landings.ready)).toContain('Ask Pia.')
  })
})

describe('[RD1] a move asks before it goes', () => {
  function asked(gate: GateMode, answer = {}): Question | null {
    const { client, story } = refining(gate)
    let question: Question | null = null
    const ask = (next: Question) => (question = next)
    try {
      storyMoves.markReady.run({ client, story, ask, ...answer })
    } catch {
      return null
    }
    return question
  }

  it('[RD1] about missing checks, in `warn` and in `block`, and not where there is no gate', () => {
    expect(asked('warn')).toMatchObject({ kind: 'gate' })
    expect(asked('block')).toMatchObject({ kind: 'gate' })
    expect(asked('off')).toBeNull()
  })

  it('[RD1] not again once it is answered', () => {
    expect(asked('warn', { confirmed: true })).toBeNull()
    expect(asked('block', { override: 'The customer waits' })).toBeNull()
  })

  it('[RD1] only of what is missing is it said that it is', () => {
    const { client, story } = refining('warn')
    const no = client.judge({ type: 'markReady', story: story.id })
    expect(no?.missing).toEqual(LACKING)
  })

  it('[ST2] about the reason, and not at all where the flow has no such move', () => {
    const { client, story } = refining('warn')
    let question: Question | null = null
    storyMoves.dismissStory.run({ client, story, ask: (next) => (question = next) })
    expect(question).toMatchObject({ kind: 'reason', move: 'dismissStory' })
    expect(storyMoves.bounceStory.when?.({ client, story, ask: () => {} })).toBe(false)
    expect(storyMoves.reopenStory.when?.({ client, story, ask: () => {} })).toBe(false)
  })
})

describe('[ST8] stories set aside until a day', () => {
  it('[ST8] can be put off by months, also from the end of one', () => {
    expect(dayAfter(new Date(2026, 0, 31).getTime(), 1)).toBe('2026-02-28')
    expect(dayAfter(new Date(2026, 10, 15).getTime(), 3)).toBe('2027-02-15')
  })
})
