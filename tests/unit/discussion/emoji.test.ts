import { expect, it } from 'vitest'
import { EMOJI_NAMES } from '#components/ui/emoji/names.ts'
import { isEmoji } from '#lib/domain/talk/emoji.ts'

it('[TA7] every emoji that is offered can be a reaction', () => {
  const offered = EMOJI_NAMES.trim()
    .split(/[;\n]/)
    .map((line) => line.split(' ')[0]!)
  expect(offered.length).toBeGreaterThan(500)
  expect(offered.filter((emoji) => !isEmoji(emoji))).toEqual([])
})
