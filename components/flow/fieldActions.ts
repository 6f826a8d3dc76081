import { type Action, defineAction } from '#components/actions/index.ts'
import { wantCheck } from '#components/shell/wanted.ts'
import type { Check } from '#lib/domain/policy.ts'
import { allowed, type AskingTarget } from './target.ts'

/** The fields that the palette and keys open in the story itself. */
export const fieldActions: readonly Action<AskingTarget>[] = [
  openField('theme', 'Set the theme…', ['T']),
  openField('persona', 'Set the persona…', ['P']),
  openField('dependencies', 'Say what it waits for…'),
  openField('acknowledged', 'Acknowledge it…'),
]

function openField(
  field: Extract<Check, 'theme' | 'persona' | 'dependencies' | 'acknowledged'>,
  title: string,
  keys?: readonly string[],
): Action<AskingTarget> {
  return defineAction<AskingTarget>({
    id: `story.open.${field}`,
    title,
    group: 'Story',
    keys,
    when: ({ client, story: { id, theme, persona, dependencies } }) => {
      switch (field) {
        case 'theme':
          return allowed(client, { type: 'setTheme', story: id, theme })
        case 'persona':
          return allowed(client, { type: 'setPersona', story: id, persona })
        case 'dependencies':
          return allowed(client, { type: 'setDependencies', story: id, dependencies })
        case 'acknowledged':
          return allowed(client, { type: 'acknowledgeStory', story: id, side: 'product' })
      }
    },
    run: ({ story, reveal }) => {
      wantCheck(story.id, field)
      reveal?.()
    },
  })
}
