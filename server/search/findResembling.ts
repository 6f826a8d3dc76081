import type { Actor } from '#lib/domain/roles.ts'
import { indexTitles, similarTo, type TitleIndex } from '#lib/domain/similar.ts'
import { isFiled, type Story } from '#lib/domain/story.ts'
import { audienceOf, readsStory } from '#lib/domain/visibility.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'

/** So many stories are told that resemble one title. */
const MOST = 3

/**
 * Gives for each title the closed stories that resemble it and that were filed (ST8, CL1), the most alike first: those that
 * its reader may read and that no list of theirs has. For one title, which may be unfinished, a few; for many the best of each.
 */
export function findResembling(
  workspace: OpenWorkspace,
  reader: Actor,
  titles: readonly string[],
): readonly (readonly Story[])[] {
  const { state } = workspace
  const index = indexFor(workspace, reader)
  const asked = titles.length === 1 ? { unfinished: true, most: MOST } : { most: 1 }
  return titles.map((title) =>
    similarTo(index, title, asked).flatMap(({ id }) => state.stories.get(id) ?? []),
  )
}

interface Known {
  readonly seq: number
  /** By audience: how rare a word is among what somebody may not read would tell of it. */
  readonly indexes: Map<string, TitleIndex>
}

const known = new WeakMap<OpenWorkspace, Known>()

function indexFor(workspace: OpenWorkspace, reader: Actor): TitleIndex {
  const { state } = workspace
  const audience = audienceOf(state, reader)
  const last = known.get(workspace)
  const earlier = last?.indexes.get(audience)
  if (last?.seq === state.seq && earlier) return earlier
  const index = indexTitles(
    [...state.stories.values()].filter(
      (story) => isFiled(story) && story.trashedAt === null && readsStory(state, story, reader),
    ),
    earlier,
  )
  if (last?.seq === state.seq) last.indexes.set(audience, index)
  else known.set(workspace, { seq: state.seq, indexes: new Map([[audience, index]]) })
  return index
}
