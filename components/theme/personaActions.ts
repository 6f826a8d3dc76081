import { defineAction, type Outcome, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { Persona } from '#lib/domain/theme.ts'

type Client = Pick<WorkspaceClient, 'me' | 'send' | 'area'>

export interface PersonaTarget {
  readonly client: Client
  readonly persona: Persona
}

export const createPersona = defineAction<{
  readonly client: Client
  /** The new persona's id. */
  readonly id: string
  readonly name: string
}>({
  id: 'persona.create',
  group: 'Themes',
  keysOnly: true,
  run: ({ client, id, name }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'createPersona', persona: id, name },
      textsOf('themes')('said.personaCreated', { name: name }),
      { quiet: true },
    ),
})

export const changePersona = defineAction<
  PersonaTarget & { readonly change: { readonly name?: string; readonly about?: string } }
>({
  id: 'persona.change',
  group: 'Themes',
  keysOnly: true,
  run: ({ client, persona, change }): Outcome =>
    sendUndoably(
      workplaceOf(client),
      { type: 'changePersona', persona: persona.id, ...change },
      textsOf('themes')('said.personaChanged', { name: persona.name }),
      { quiet: true },
    ),
})

export const archivePersona = defineAction<PersonaTarget>({
  id: 'persona.archive',
  group: 'Themes',
  keysOnly: true,
  run: ({ client, persona }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'archivePersona', persona: persona.id },
      textsOf('themes')('said.personaArchived', { name: persona.name }),
    ),
})

export const revivePersona = defineAction<PersonaTarget>({
  id: 'persona.revive',
  group: 'Themes',
  keysOnly: true,
  run: ({ client, persona }) =>
    sendUndoably(
      workplaceOf(client),
      { type: 'revivePersona', persona: persona.id },
      textsOf('themes')('said.personaRestored', { name: persona.name }),
    ),
})
