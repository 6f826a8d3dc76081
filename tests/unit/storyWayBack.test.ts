import { expect, test } from 'vitest'
import { wayBack } from '#components/story/wayBack.ts'
import { MOVE_RULES, MOVES } from '#lib/domain/stage.ts'
import { must } from '#lib/domain/must.ts'
import { Flow } from '#tests/support/domain.ts'

test.each(MOVES.flatMap((move) => MOVE_RULES[move].from.map((from) => [move, from] as const)))(
  '[UX9] [ST2] taking back %s from %s is made of legal moves and ends where the story was',
  (move, from) => {
    const flow = new Flow()
    flow.put('a', from)
    flow.put('b', from)
    const before = must(flow.stories.get('a'), 'story')
    flow.run({ type: move, story: 'a', reason: 'Because' })
    for (const command of wayBack(before, MOVE_RULES[move].to, { after: null })) {
      expect(flow.run(command)).toMatchObject({ ok: true })
    }
    expect(flow.stories.get('a')).toMatchObject({ stage: from })
    expect(flow.order(from)).toEqual(['a', 'b'])
  },
)
