import { defineAction } from '#components/actions/index.ts'
import type { BacklogGroup } from '#components/shell/backlogRoute.ts'
import type { Backlog } from './backlog.ts'

/** The same list put together by something, or in the team's order again; the address says so (UX18). */
export const groupList = defineAction<{
  readonly backlog: Backlog
  readonly by: BacklogGroup | null
}>({
  id: 'backlog.group',
  group: 'Backlog',
  keysOnly: true,
  run: ({ backlog, by }) => backlog.show({ group: by }),
})

export const groupBySteps = defineAction<Backlog>({
  id: 'backlog.groupBySteps',
  group: 'Backlog',
  words: 'sections headings status',
  when: ({ layout }) => layout() === 'stacked',
  run: ({ show, group }) => show({ group: group() === 'step' ? null : 'step' }),
})

/** Folds a part of the list, or unfolds it. */
export const foldPart = defineAction<{ readonly backlog: Backlog; readonly part: string }>({
  id: 'backlog.foldPart',
  group: 'Backlog',
  keysOnly: true,
  run: ({ backlog: { state }, part }) => {
    const folded = new Set(state.get().folded)
    if (!folded.delete(part)) folded.add(part)
    state.set({ folded })
  },
})

/** What the keys that lead sideways on the board do in a list under headings. */
const foldFocused = defineAction<Backlog>({
  id: 'backlog.foldFocused',
  group: 'Backlog',
  keys: ['ArrowLeft', 'H'],
  when: hasHeadings,
  run: ({ state, parts }) => {
    const { focus, folded } = state.get()
    const part = parts().find(({ stories }) => stories.some(({ id }) => id === focus))
    if (part) state.set({ folded: new Set([...folded, part.id]), grab: true })
  },
})

const unfoldAll = defineAction<Backlog>({
  id: 'backlog.unfoldAll',
  group: 'Backlog',
  keys: ['ArrowRight', 'L'],
  when: hasHeadings,
  run: ({ state }) => state.set({ folded: new Set(), grab: true }),
})

export const FOLD_ACTIONS = [foldFocused, unfoldAll]

function hasHeadings({ state, layout, group, parts }: Backlog): boolean {
  const isList = layout() === 'stacked' && state.get().hand.kind === 'empty'
  return isList && (group() !== null || parts().length > 1)
}
