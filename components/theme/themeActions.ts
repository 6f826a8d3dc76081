import { defineAction, type Outcome, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { ThemeFields } from '#lib/domain/settingsCommand.ts'
import type { Theme } from '#lib/domain/theme.ts'

type Client = Pick<WorkspaceClient, 'me' | 'send' | 'area'>

export interface ThemeTarget {
  readonly client: Client
  readonly theme: Theme
}

export const createTheme = defineAction<{
  readonly client: Client
  /** The new theme's id. */
  readonly id: string
  readonly name: string
}>({
  id: 'theme.create',
  group: 'Themes',
  keysOnly: true,
  run: ({ client, id, name }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'createTheme', theme: id, name },
      textsOf('themes')('said.created', { name: name.trim() }),
      { quiet: true },
    ),
})

export const changeTheme = defineAction<
  ThemeTarget & { readonly change: ThemeFields & { readonly name?: string } }
>({
  id: 'theme.change',
  group: 'Themes',
  keysOnly: true,
  run: ({ client, theme, change }): Outcome =>
    sendUndoably(
      workplaceOf(client),
      { type: 'changeTheme', theme: theme.id, ...change },
      textsOf('themes')('said.changed', { name: theme.name }),
      { quiet: true },
    ),
})

export const placeTheme = defineAction<ThemeTarget & { readonly after: string | null }>({
  id: 'theme.place',
  group: 'Themes',
  keysOnly: true,
  run: ({ client, theme, after }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'rankTheme', theme: theme.id, place: { after } },
      textsOf('themes')('said.moved', { name: theme.name }),
      { quiet: true },
    ),
})

export const archiveTheme = defineAction<ThemeTarget>({
  id: 'theme.archive',
  group: 'Themes',
  keys: ['Delete', 'Backspace'],
  words: 'remove delete close',
  when: ({ theme }) => theme.archivedAt === null,
  run: ({ client, theme }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'archiveTheme', theme: theme.id },
      textsOf('themes')('said.archived', { name: theme.name }),
    ),
})

export const reviveTheme = defineAction<ThemeTarget>({
  id: 'theme.revive',
  group: 'Themes',
  when: ({ theme }) => theme.archivedAt !== null,
  run: ({ client, theme }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'reviveTheme', theme: theme.id },
      textsOf('themes')('said.restored', { name: theme.name }),
    ),
})
