import { describe, expect, it } from 'vitest'
import { olderThan, type Preview, previewOf } from '#components/settings/ready/preview.ts'
import { previewInWords } from '#components/settings/ready/previewInWords.ts'
import { isSamePolicy, mergeDrafts, withDraft } from '#components/settings/ready/policyDraft.ts'
import { CHECKS, DEFAULT_POLICY, type Policy } from '#lib/domain/policy.ts'
import { column } from '#lib/domain/rank.ts'
import { STAGES } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { Flow } from '#tests/support/domain.ts'
import { textsIn } from '#tests/support/texts.ts'

const ALL_OFF = Object.fromEntries(CHECKS.map((check) => [check, 'off'])) as Policy['checks']
/** Only the theme is asked for. */
const THEME: Policy = { ...DEFAULT_POLICY, checks: { ...ALL_OFF, theme: 'required' } }
const NOTHING: Policy = { ...DEFAULT_POLICY, checks: ALL_OFF }

function columnsOf(flow: Flow) {
  return Object.fromEntries(
    STAGES.map((stage) => [stage, column(flow.stories.values(), stage)]),
  ) as unknown as Record<(typeof STAGES)[number], AreaStory[]>
}

/** Three stories in Refinement and two that are Ready; one of each has a theme. */
function workspace(): Flow {
  const flow = new Flow()
  flow.run({ type: 'createTheme', theme: 'growth', name: 'Growth' })
  for (const id of ['a', 'b', 'c']) flow.put(id, 'refinement')
  for (const id of ['d', 'e']) flow.put(id, 'ready')
  for (const story of ['a', 'd']) flow.run({ type: 'setTheme', story, theme: 'growth' })
  return flow
}

describe('[RD1] what another Definition of Ready would mean', () => {
  it('counts both sides of the gate and names the stories that are judged otherwise, Ready first', () => {
    const { stages, changed } = previewOf(columnsOf(workspace()), NOTHING, THEME)
    expect(stages).toEqual({
      refinement: { of: 3, passing: 3, wouldPass: 1 },
      ready: { of: 2, passing: 2, wouldPass: 1 },
    })
    expect(changed.map(({ story, passes, missing }) => [story.id, passes, missing])).toEqual([
      ['e', false, ['theme']],
      ['b', false, ['theme']],
      ['c', false, ['theme']],
    ])
  })

  it('a check that only advises lets everything pass', () => {
    const advised = withDraft(THEME, { checks: { theme: 'advisory' } })
    const { stages, changed } = previewOf(columnsOf(workspace()), THEME, advised)
    expect(stages.refinement.wouldPass).toBe(3)
    expect(changed.map(({ story, passes }) => [story.id, passes])).toEqual([
      ['e', true],
      ['b', true],
      ['c', true],
    ])
  })

  it('[UX22] says it in words, of now and of what would be, also where there is nothing', () => {
    const inEnglish = (preview: Preview) =>
      previewInWords(textsIn('en', 'settings.preview'), preview)
    const columns = columnsOf(workspace())
    expect(inEnglish(previewOf(columns, NOTHING, THEME))).toBe(
      '1 of 3 stories in Refinement would pass; 1 of 2 that are Ready would not.',
    )
    expect(inEnglish(previewOf(columns, THEME, THEME))).toBe(
      '1 of 3 stories in Refinement passes; 1 of 2 that are Ready does not.',
    )
    expect(inEnglish(previewOf(columns, NOTHING, NOTHING))).toBe(
      '3 of 3 stories in Refinement pass; all 2 that are Ready do, too.',
    )
    expect(inEnglish(previewOf(columnsOf(new Flow()), NOTHING, THEME))).toBe(
      'No story is in Refinement; none is Ready.',
    )
    const inGerman = textsIn('de', 'settings.preview')
    expect(previewInWords(inGerman, previewOf(columns, NOTHING, THEME))).toBe(
      '1 von 3 Storys in Verfeinerung käme durch; 1 von 2, die bereit sind, käme nicht durch.',
    )
  })

  it('counts those that are longer in a stage than a limit', () => {
    const { refinement } = columnsOf(workspace())
    const entered = refinement[0]!.enteredStageAt
    const days = 24 * 60 * 60 * 1_000
    expect(olderThan(refinement, 21, entered + 21 * days)).toBe(0)
    expect(olderThan(refinement, 21, entered + 21 * days + 1)).toBe(1)
  })
})

describe('a policy being edited', () => {
  it('[I5] keeps only what was changed, so that what others change meanwhile stays', () => {
    const draft = mergeDrafts({ checks: { theme: 'off' } }, { checks: { design: 'required' } })
    const moved: Policy = {
      ...DEFAULT_POLICY,
      gate: 'block',
      ageing: { ...DEFAULT_POLICY.ageing, idea: 7 },
    }
    const after = withDraft(moved, mergeDrafts(draft, { ageing: { ready: 5 } }))
    expect(after).toEqual({
      ...moved,
      checks: { ...DEFAULT_POLICY.checks, theme: 'off', design: 'required' },
      ageing: { idea: 7, refinement: 21, ready: 5 },
    })
  })

  it('is the same again when a change is taken back by hand', () => {
    const draft = mergeDrafts({ checks: { theme: 'off' } }, { checks: { theme: 'required' } })
    expect(isSamePolicy(DEFAULT_POLICY, withDraft(DEFAULT_POLICY, draft))).toBe(true)
    expect(isSamePolicy(DEFAULT_POLICY, withDraft(DEFAULT_POLICY, { mostCriteria: 5 }))).toBe(false)
    expect(isSamePolicy(DEFAULT_POLICY, withDraft(DEFAULT_POLICY, { ageing: { idea: 5 } }))).toBe(
      false,
    )
  })
})
