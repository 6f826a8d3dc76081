import { type Action, defineAction, runAction } from '#components/actions/index.ts'
import { navigate } from '#components/shell/location.ts'
import type { Theme } from '#lib/domain/theme.ts'
import { archiveTheme, type ThemeTarget } from './themeActions.ts'

/** A theme in the list of all: what the keys act on. */
export interface RowTarget extends ThemeTarget {
  /** The ids of the themes in their order. */
  readonly order: readonly string[]
  /** Why this person may change no theme, or null. */
  readonly locked: string | null
  readonly edit: (theme: Theme) => void
  /** Moves the theme by `ArrowUp` or `ArrowDown`. */
  readonly step: (id: string, key: string) => void
  /** Takes the focus to another row of the list. */
  readonly focus: (id: string) => void
}

/** What can be done with the theme whose row has the focus. */
export const rowActions: readonly Action<RowTarget>[] = [
  defineAction<RowTarget>({
    id: 'theme.open',
    group: 'Themes',
    keys: ['O'],
    run: ({ theme }) => navigate({ page: 'theme', theme: theme.id }),
  }),
  defineAction<RowTarget>({
    id: 'theme.edit',
    group: 'Themes',
    keys: ['E', 'F2'],
    words: 'rename intent time box',
    when: ({ locked }) => locked ?? true,
    run: ({ theme, edit }) => edit(theme),
  }),
  moving('theme.up', 'ArrowUp'),
  moving('theme.down', 'ArrowDown'),
  defineAction<RowTarget>({
    ...archiveTheme,
    id: 'theme.archiveRow',
    when: ({ locked }) => locked ?? true,
    run: (target) => {
      const { theme, order, focus } = target
      const at = order.indexOf(theme.id)
      const outcome = runAction(archiveTheme, target)
      // UX8: the focus goes to the next one.
      const next = order[at + 1] ?? order[at - 1]
      if (outcome.ok && next !== undefined) focus(next)
    },
  }),
]

/** Takes the focus from theme to theme. */
export const walkActions: readonly Action<RowTarget>[] = [
  walking('theme.next', ['J', 'ArrowDown'], 1),
  walking('theme.previous', ['K', 'ArrowUp'], -1),
]

function moving(id: string, key: 'ArrowUp' | 'ArrowDown'): Action<RowTarget> {
  return defineAction<RowTarget>({
    id,
    group: 'Themes',
    keys: [`Alt+Shift+${key}`],
    words: 'order rank priority',
    when: ({ locked }) => locked ?? true,
    run: ({ theme, step }) => step(theme.id, key),
  })
}

function walking(id: string, keys: readonly string[], by: 1 | -1): Action<RowTarget> {
  return defineAction<RowTarget>({
    id,
    group: 'Themes',
    keys,
    keysOnly: true,
    run: ({ theme, order, focus }) => {
      const next = order[order.indexOf(theme.id) + by]
      if (next !== undefined) focus(next)
    },
  })
}
