import { describe, expect, it } from 'vitest'
import type { Action } from '#components/actions/index.ts'
import { entriesOfActions, findEntries } from '#components/actions/paletteEntries.ts'
import { groupName, titleOf, wordsOf } from '#components/actions/titles.ts'
import { shellActions } from '#components/shell/shellActions.ts'
import { textsIn } from '#tests/support/texts.ts'

type AnyAction = Action<never>

/** What any feature exports: an action, several of them, or by name. */
function actionsIn(value: unknown): AnyAction[] {
  if (typeof value !== 'object' || value === null) return []
  if ('id' in value && 'run' in value && 'group' in value) return [value as AnyAction]
  return Object.values(value).flatMap(actionsIn)
}

const modules = import.meta.glob(['/components/**/*ctions.ts', '/components/**/*Keys.ts'], {
  eager: true,
})
const all = new Map(actionsIn(modules).map((action) => [action.id, action]))
const withKeys = [...all.values()].filter(({ keys = [] }) => keys.length > 0)

describe('what actions are called', () => {
  it('actions of every feature are looked at', () => {
    expect(withKeys.length).toBeGreaterThan(100)
  })

  it.each(withKeys.map(({ id }) => id))('%s has a name in the texts', (id) => {
    expect(titleOf({ id })).not.toBe(id)
  })

  it.each([...new Set(withKeys.map(({ group }) => group))])(
    'the group %s has a name in German',
    (group) => {
      expect(textsIn('de', 'actions.groups').has(group as 'Go to')).toBe(true)
      expect(groupName(group)).toBe(group)
    },
  )

  it('words that an action has of its own find it, too', () => {
    expect(wordsOf({ id: 'test.own', words: 'make' })).toBe('make')
  })

  it('they are found by more words than their name', () => {
    const offer = { actions: shellActions, target: undefined, about: null, layer: 'app' } as never
    const found = findEntries(
      entriesOfActions([offer], () => {}),
      'deleted',
    )
    expect(found.map(({ title }) => title)).toEqual(['Go to Trash'])
  })
})
