import type { Story } from '#lib/domain/story.ts'

/** Which stories of the backlog are shown. Part of the address (UX18). */
export interface BacklogFilter {
  /** Only of this theme; NO_THEME: only those without one. */
  readonly theme: string | null
  /** `mine`: captured or watched by the person. `here`: somebody is in it now. */
  readonly who: 'mine' | 'here' | null
}

export const NO_FILTER: BacklogFilter = { theme: null, who: null }
export const NO_THEME = 'none'

/** True when everything is shown. */
export function isOff({ theme, who }: BacklogFilter): boolean {
  return theme === null && who === null
}

/** Gives whether a story is shown. `here`: the ids of the stories that somebody is in. */
export function passes(
  { theme, who }: BacklogFilter,
  story: Story,
  me: string,
  here: { has(story: string): boolean },
): boolean {
  if (theme !== null && story.theme !== (theme === NO_THEME ? null : theme)) return false
  if (who === 'mine') return story.capturedBy === me || story.watchers.includes(me)
  return who !== 'here' || here.has(story.id)
}
