import { expect, it } from 'vitest'
import { defineAction } from '#components/actions/action.ts'
import { groupsOfKeys } from '#components/actions/keyList.ts'
import { createRegistry, type Offer } from '#components/actions/registry.ts'

const action = (id: string, group: string, keys?: readonly string[], when?: () => boolean) =>
  defineAction<unknown>({ id, group, keys, when, run: () => {} })

it('[UX4] the help shows every action on offer that has keys, once, whether it can run now or not', () => {
  const registry = createRegistry()
  const offer = (layer: Offer['layer'], target: object | null, actions: Offer['actions']) =>
    registry.add({ actions, target, about: null, layer })
  const open = action('open', 'Story', ['Enter'])
  offer('app', {}, [action('help', 'General', ['?']), action('about', 'General')])
  offer('page', null, [action('walk', 'Board', ['J', 'ArrowDown'])])
  offer('page', {}, [
    action('assign', 'Story', ['A'], () => false),
    action('reassign', 'Story', ['A']),
  ])
  offer('focus', {}, [open, action('hidden', 'Story', ['H'], () => false)])
  offer('focus', {}, [open])
  const shown = groupsOfKeys(registry.offers()).map(([group, actions]) => [
    group,
    actions.map(({ id }) => id),
  ])
  expect(shown).toEqual([
    ['General', ['help']],
    ['Board', ['walk']],
    // Of two that answer to the same keys, the one that can run here.
    ['Story', ['reassign', 'open', 'hidden']],
  ])
})
