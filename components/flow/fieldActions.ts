import { type Action, defineAction } from '#components/actions/index.ts'
import { wantCheck } from '#components/shell/wanted.ts'
import type { Check } from '#lib/domain/policy.ts'
import { allowed, type AskingTarget } from './target.ts'

/** The fields that the palette and keys open in the story itself. */
export const fieldActions: readonly Action<AskingTarget>[] = [
  openField('theme', ['T']),
  openField('persona', ['P']),
  openField('dependencies'),
  openField('acknowledged'),
]

function openField(
  field: Extract<Check, 'theme' | 'persona' | 'dependencies' | 'acknowledged'>,
  keys?: readonly string[],
): Action<AskingTarget> {
  return defineAction<AskingTarget>({
    id: `story.open.${field}`,
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
