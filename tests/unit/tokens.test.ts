import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, type Theme, tokensOf } from './tokens/contrast.ts'

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8')
const SURFACES = ['canvas', 'surface', 'sunken', 'hover', 'selected']
const RESTING = ['canvas', 'surface', 'sunken']
const STAGES = ['idea', 'refinement', 'ready', 'backlog', 'wont-do']
const PRESENCE = Array.from({ length: 12 }, (_, index) => `presence-${index}`)

const TEXT_PAIRS: [string, string[]][] = [
  ...['text', 'muted', 'accent-text', 'danger'].map((ink): [string, string[]] => [ink, SURFACES]),
  ['subtle', SURFACES],
  ['danger', ['danger-tint']],
  ['text', ['danger-tint', ...STAGES.map((stage) => `${stage}-tint`)]],
  ['on-accent', ['accent', 'accent-hover', ...PRESENCE]],
  ...STAGES.map((stage): [string, string[]] => [stage, [`${stage}-tint`, ...SURFACES]]),
]

const SIGN_PAIRS: [string, string[]][] = [
  ['focus', [...SURFACES, ...STAGES.map((stage) => `${stage}-tint`)]],
  ['control', RESTING],
  ['accent', [...RESTING, 'hover']],
  ...PRESENCE.map((person): [string, string[]] => [person, RESTING]),
]

describe.each<Theme>(['light', 'dark'])('tokens, %s', (theme) => {
  const token = tokensOf(css, theme)

  it('[UX-contrast] writes every text at 4.5 to 1 or more on every surface it is used on', () => {
    expect(tooFaint(TEXT_PAIRS, 4.5)).toEqual([])
  })

  it('[UX-contrast] draws controls, focus and people at 3 to 1 or more', () => {
    expect(tooFaint(SIGN_PAIRS, 3)).toEqual([])
  })

  it('[UX-contrast] draws stage dots, whose shapes differ as well, at 3 to 1 or more', () => {
    const dots = STAGES.map((stage): [string, string[]] => [`${stage}-dot`, RESTING])
    expect(tooFaint(dots, 3)).toEqual([])
  })

  function tooFaint(pairs: [string, string[]][], least: number): string[] {
    return pairs.flatMap(([ink, grounds]) =>
      grounds
        .map((ground) => ({ ground, ratio: contrast(token(ink), token(ground)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`),
    )
  }
})
