import { defineAction, type Outcome, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { Template } from '#lib/domain/template.ts'

type Client = Pick<WorkspaceClient, 'me' | 'send' | 'area'>

export interface TemplateTarget {
  readonly client: Client
  readonly template: Template
}

export const changeTemplate = defineAction<
  TemplateTarget & { readonly change: { readonly name?: string; readonly content?: string } }
>({
  id: 'template.change',
  group: 'Settings',
  keysOnly: true,
  run: ({ client, template, change }): Outcome =>
    sendUndoably(
      workplaceOf(client),
      { type: 'defineTemplate', template: template.id, ...change },
      textsOf('settings')('templates.changed', { name: template.name }),
      { quiet: true },
    ),
})

export const chooseTemplate = defineAction<TemplateTarget & { readonly isDefault: boolean }>({
  id: 'template.choose',
  group: 'Settings',
  keysOnly: true,
  run: ({ client, template, isDefault }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'chooseTemplate', template: template.id, isDefault },
      textsOf('settings')(isDefault ? 'templates.isFirst' : 'templates.isNotFirst', {
        name: template.name,
      }),
    ),
})

export const archiveTemplate = defineAction<TemplateTarget>({
  id: 'template.archive',
  group: 'Settings',
  keysOnly: true,
  run: ({ client, template }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'archiveTemplate', template: template.id },
      textsOf('settings')('templates.wasArchived', { name: template.name }),
    ),
})

export const reviveTemplate = defineAction<TemplateTarget>({
  id: 'template.revive',
  group: 'Settings',
  keysOnly: true,
  run: ({ client, template }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'reviveTemplate', template: template.id },
      textsOf('settings')('templates.restored', { name: template.name }),
    ),
})
