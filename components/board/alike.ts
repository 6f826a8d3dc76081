import { titleIndexOf } from '#components/flow/titleIndex.ts'
import { request } from '#components/http/request.ts'
import { type Similar, similarTo, type TitleIndex } from '#lib/domain/similar.ts'
import { type Story, TITLE_MAX_CHARACTERS } from '#lib/domain/story.ts'
import { type ServerResembling, TITLES_MAX } from '#lib/schema/search.ts'
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

/** As `alikeOf`, among the closed stories that were filed and are not here (CL1); null when the server does not say. */
export async function alikeOnServer(
  ideas: readonly string[],
  workspaceId: string,
): Promise<Alike | null> {
  const titles = ideas.slice(0, TITLES_MAX).map((idea) => idea.slice(0, TITLE_MAX_CHARACTERS))
  const path = `/workspaces/${encodeURIComponent(workspaceId)}/resembling`
  const answer = await request<ServerResembling>('POST', path, { titles })
  if (!answer.ok) return null
  const { found } = answer.value
  if (ideas.length === 1) return { stories: found[0] ?? [], lines: [] }
  const lines = found.flatMap(([story], index) => {
    const idea = ideas[index]
    return story && idea !== undefined ? [{ idea, story }] : []
  })
  return { stories: [], lines }
}

/** Gives both together: what is here comes first, and a line that resembles something here is told once. */
export function together(here: Alike, older: Alike): Alike {
  const lines = new Map([...older.lines, ...here.lines].map((line) => [line.idea, line]))
  const known = new Set(here.stories.map(({ id }) => id))
  const others = older.stories.filter(({ id }) => !known.has(id))
  return {
    stories: [...here.stories, ...others].slice(0, MOST_SHOWN),
    lines: [...lines.values()],
  }
}

/** Alt+1 to Alt+3 open them. */
const MOST_SHOWN = 3
