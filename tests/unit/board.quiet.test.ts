import { describe, expect, it } from 'vitest'
import { columnRows, isHeading, isQuietLine } from '#components/board/groups.ts'
import { rested } from '#components/board/quiet.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { Flow } from '#tests/support/domain.ts'

const DAY = 86_400_000
const NOW = 100 * DAY

/** Stories of Idea; those whose name begins with "quiet" have not been touched for 60 days. */
function ideas(...ids: readonly string[]): readonly AreaStory[] {
  const flow = new Flow()
  return ids.map((id) => {
    flow.clock = id.startsWith('quiet') ? 40 * DAY - 1 : 41 * DAY
    flow.put(id)
    return flow.stories.get(id) as AreaStory
  })
}

const lens = { filter: {}, grouping: null, themes: new Map(), now: NOW } as const
const lines = (
  stories: readonly AreaStory[],
  isOpen: boolean,
  held: Parameters<typeof columnRows>[4] = null,
) =>
  columnRows('idea', rested(stories, lens), isOpen, lens, held).map((row) =>
    isQuietLine(row) ? `${row.quiet} quiet` : isHeading(row) ? row.id : row.id,
  )

describe('[QU1] what is quiet in a column', () => {
  const stories = ideas('quiet-1', 'a', 'quiet-2', 'b')

  it('folds behind one line at its end, and stands there when it is unfolded', () => {
    expect(lines(stories, false)).toEqual(['a', 'b', '2 quiet'])
    expect(lines(stories, true)).toEqual(['a', 'b', '2 quiet', 'quiet-1', 'quiet-2'])
  })

  it('makes no line where nothing is', () => {
    expect(lines(ideas('a', 'b'), false)).toEqual(['a', 'b'])
    expect(lines([], true)).toEqual([])
  })

  it('does not fold for whoever filters by it', () => {
    const looking = { ...lens, filter: { quiet: true } } as const
    expect(rested(stories, looking).fresh).toBe(stories)
  })

  it('leaves a held card where it is held, on either side of the line', () => {
    const story = stories[0]!
    const held = (after: string | null) => ({ story, stage: 'idea', place: { after } }) as const
    expect(lines(stories, true, held('a'))).toEqual(['a', 'quiet-1', 'b', '2 quiet', 'quiet-2'])
    expect(lines(stories, true, held('quiet-2'))).toEqual([
      'a',
      'b',
      '2 quiet',
      'quiet-2',
      'quiet-1',
    ])
  })

  it('is the same as long as stories and hour are the same', () => {
    expect(rested(stories, lens)).toBe(rested(stories, { ...lens }))
  })
})
