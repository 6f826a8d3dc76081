import { describe, expect, it } from 'vitest'
import { defineAction } from '#components/actions/index.ts'
import { entriesOfActions, findEntries } from '#components/actions/paletteEntries.ts'
import { titleOf, wordsOf } from '#components/actions/titles.ts'
import { fieldActions } from '#components/flow/fieldActions.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { shellActions } from '#components/shell/shellActions.ts'
import { VIEW_ACTIONS } from '#components/shell/views/viewActions.ts'

describe('what actions are called', () => {
  it.each(
    [...shellActions, ...VIEW_ACTIONS, ...Object.values(storyMoves), ...fieldActions].map(
      ({ id }) => id,
    ),
  )('%s has a name in the texts', (id) => {
    expect(titleOf({ id })).not.toBe(id)
  })

  it('one without a name there is called as it says itself', () => {
    const own = defineAction({ id: 'test.own', title: 'Do it', group: 'Test', run: () => {} })
    expect(titleOf(own)).toBe('Do it')
    expect(wordsOf({ ...own, words: 'make' })).toBe('make')
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
