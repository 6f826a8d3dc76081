import {
  defineAction,
  type Outcome,
  sendAllUndoably,
  sendUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { newId } from '#lib/client/id.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { allowed, type StoryTarget } from './target.ts'

/** What is said of a story beside its prose. Each is shown where it is set, so that no toast repeats it. */
const QUIET = { quiet: true } as const

export const setTheme = defineAction<StoryTarget & { readonly theme: string | null }>({
  id: 'story.setTheme',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, theme }) => allowed(client, { type: 'setTheme', story: story.id, theme }),
  run: ({ client, story, theme }): Outcome | void => {
    if (theme === story.theme) return
    const command = { type: 'setTheme', story: story.id, theme } as const
    return sendUndoably(
      workplaceOf(client),
      command,
      textsOf('flow.said')('themeSet', { name: storyName(story) }),
      QUIET,
    )
  },
})

/** Makes a theme of that name and gives it to the story. */
export const setNewTheme = defineAction<StoryTarget & { readonly name: string }>({
  id: 'story.setNewTheme',
  group: 'Story',
  keysOnly: true,
  when: ({ client, name }) => allowed(client, createTheme('theme', name)),
  run: ({ client, story, name }): Outcome => {
    const theme = newId()
    return sendAllUndoably(
      workplaceOf(client),
      [createTheme(theme, name), { type: 'setTheme', story: story.id, theme }],
      () => textsOf('flow.said')('themeCreated', { theme: name.trim(), name: storyName(story) }),
    )
  },
})

export const setPersona = defineAction<StoryTarget & { readonly persona: string | null }>({
  id: 'story.setPersona',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, persona }) =>
    allowed(client, { type: 'setPersona', story: story.id, persona }),
  run: ({ client, story, persona }): Outcome | void => {
    if (persona === story.persona) return
    const command = { type: 'setPersona', story: story.id, persona } as const
    return sendUndoably(
      workplaceOf(client),
      command,
      textsOf('flow.said')('personaSet', { name: storyName(story) }),
      QUIET,
    )
  },
})

/** Makes a persona of that name and gives it to the story. */
export const setNewPersona = defineAction<StoryTarget & { readonly name: string }>({
  id: 'story.setNewPersona',
  group: 'Story',
  keysOnly: true,
  when: ({ client, name }) => allowed(client, createPersona('persona', name)),
  run: ({ client, story, name }): Outcome => {
    const persona = newId()
    return sendAllUndoably(
      workplaceOf(client),
      [createPersona(persona, name), { type: 'setPersona', story: story.id, persona }],
      () =>
        textsOf('flow.said')('personaCreated', { persona: name.trim(), name: storyName(story) }),
    )
  },
})

export const setLabels = defineAction<StoryTarget & { readonly labels: readonly string[] }>({
  id: 'story.setLabels',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, labels }) =>
    allowed(client, { type: 'setLabels', story: story.id, labels }),
  run: ({ client, story, labels }): Outcome => {
    const command = { type: 'setLabels', story: story.id, labels } as const
    return sendUndoably(
      workplaceOf(client),
      command,
      textsOf('flow.said')('labelsSet', { name: storyName(story) }),
      QUIET,
    )
  },
})

/** What a story waits for; none (empty) is an answer, too, and null takes the answer back. */
export const setDependencies = defineAction<
  StoryTarget & { readonly dependencies: readonly string[] | null }
>({
  id: 'story.setDependencies',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, dependencies }) =>
    allowed(client, { type: 'setDependencies', story: story.id, dependencies }),
  run: ({ client, story, dependencies }): Outcome => {
    const command = { type: 'setDependencies', story: story.id, dependencies } as const
    const said = textsOf('flow.said')('dependenciesSet', { name: storyName(story) })
    return sendUndoably(workplaceOf(client), command, said, QUIET)
  },
})

function createTheme(theme: string, name: string): NewCommand {
  return { type: 'createTheme', theme, name }
}

function createPersona(persona: string, name: string): NewCommand {
  return { type: 'createPersona', persona, name }
}
