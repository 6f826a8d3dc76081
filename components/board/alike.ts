import { titleIndexOf } from '#components/flow/titleIndex.ts'
import { type Similar, similarTo, type TitleIndex } from '#lib/domain/similar.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Alike, Resembling } from './useSimilar.ts'

/** Gives what among the stories resembles the ideas: the stories for one idea, or the lines for a list of them (ST8). */
export function alikeOf(ideas: readonly string[], stories: ReadonlyMap<string, Story>): Alike {
  const index = titleIndexOf(stories)
  const storyOf = ({ id }: Similar) => stories.get(id) ?? []
  if (ideas.length === 1) {
    const found = similarTo(index, ideas[0] ?? '', { unfinished: true })
    return { stories: found.flatMap(storyOf), lines: [] }
  }
  return { stories: [], lines: resembling(index, ideas, stories) }
}

function resembling(
  index: TitleIndex,
  ideas: readonly string[],
  stories: ReadonlyMap<string, Story>,
): readonly Resembling[] {
  return ideas.flatMap((idea) => {
    const [best] = similarTo(index, idea, { most: 1 })
    const story = best && stories.get(best.id)
    return story ? [{ idea, story }] : []
  })
}
