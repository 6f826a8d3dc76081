import { describe, expect, it } from 'vitest'
import { type Action, defineAction } from '#components/actions/action.ts'
import { findAction, type Situation } from '#components/actions/dispatch.ts'
import { createSequencer, type Press } from '#components/actions/keys.ts'
import { createRegistry, type Layer, type Offer } from '#components/actions/registry.ts'

const CALM: Situation = { editable: false, pressable: false, singleKeys: true }

describe('which action a key runs', () => {
  it('[UX4] the nearest offer wins: focus before page before app', () => {
    const offers = offered([
      ['app', action('app.open', ['Enter'])],
      ['page', action('page.open', ['Enter'])],
      ['focus', action('focus.open', ['Enter'])],
    ])
    expect(find(offers, ['Enter'])).toBe('focus.open')
  })

  it('[UX4] within a layer the latest offer wins, and taking it down brings back the one before', () => {
    const registry = createRegistry()
    registry.add(offer('page', action('board.open', ['Enter'])))
    const close = registry.add(offer('page', action('peek.open', ['Enter'])))
    expect(find(registry.offers(), ['Enter'])).toBe('peek.open')
    close()
    expect(find(registry.offers(), ['Enter'])).toBe('board.open')
  })

  it('[UX4] an action hidden here lets the key through; one with a reason takes it', () => {
    const offers = offered([
      ['page', action('page.x', ['X'])],
      ['focus', action('focus.x', ['X'], { when: () => false })],
    ])
    expect(find(offers, ['x'])).toBe('page.x')
    const explained = offered([
      ['page', action('page.x', ['X'])],
      ['focus', action('focus.x', ['X'], { when: () => 'Not now.' })],
    ])
    expect(find(explained, ['x'])).toBe('focus.x')
  })

  it('[UX6] a sequence wins over its last key alone', () => {
    const offers = offered([
      ['app', action('go.refinement', ['G R'])],
      ['focus', action('story.ready', ['R'])],
    ])
    expect(find(offers, ['g', 'r'])).toBe('go.refinement')
    expect(find(offers, ['r'])).toBe('story.ready')
  })

  it('[UX7] keys are ignored in editables, but for actions that say otherwise', () => {
    const offers = offered([
      ['app', action('app.palette', ['$mod+K'], { inEditables: true })],
      ['app', action('app.capture', ['C'])],
    ])
    expect(find(offers, ['c'], { ...CALM, editable: true })).toBeNull()
    expect(find(offers, [{ key: 'k', ctrlKey: true }], { ...CALM, editable: true })).toBe(
      'app.palette',
    )
  })

  it('[UX7] single keys can be switched off, the others stay', () => {
    const offers = offered([
      ['app', action('app.capture', ['C'])],
      ['app', action('app.keys', ['?', '$mod+/'])],
    ])
    const off = { ...CALM, singleKeys: false }
    expect(find(offers, ['c'], off)).toBeNull()
    expect(find(offers, ['?'], off)).toBeNull()
    expect(find(offers, [{ key: '/', ctrlKey: true }], off)).toBe('app.keys')
  })

  it('[UX7] Enter and Space on a button press the button', () => {
    const offers = offered([['focus', action('story.open', ['Enter', 'Space'])]])
    const onButton = { ...CALM, pressable: true }
    expect(find(offers, ['Enter'], onButton)).toBeNull()
    expect(find(offers, [' '], onButton)).toBeNull()
    expect(find(offers, ['Enter'])).toBe('story.open')
  })

  it('[UX4] an offer without a target runs nothing', () => {
    expect(
      find([{ ...offer('focus', action('story.open', ['Enter'])), target: null }], ['Enter']),
    ).toBeNull()
  })
})

function action(id: string, keys: string[], rest: Partial<Action> = {}): Action {
  return defineAction({ id, group: 'Test', keys, run: () => {}, ...rest })
}

function offer(layer: Layer, ...actions: Action[]): Offer {
  return { actions: actions as unknown as Offer['actions'], target: undefined, about: null, layer }
}

function offered(entries: [Layer, Action][]): readonly Offer[] {
  const registry = createRegistry()
  for (const [layer, one] of entries) registry.add(offer(layer, one))
  return registry.offers()
}

function find(
  offers: readonly Offer[],
  keys: (string | Partial<Press>)[],
  situation: Situation = CALM,
): string | null {
  const sequencer = createSequencer()
  let found: string | null = null
  keys.forEach((key, index) => {
    const given = typeof key === 'string' ? { key } : key
    const history = sequencer.press({ ...NO_PRESS, ...given }, index * 100)
    found = findAction(offers, history, situation)?.action.id ?? null
  })
  return found
}

const NO_PRESS: Press = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
}
