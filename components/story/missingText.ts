import { inAList } from '#components/language/listed.ts'
import { textsOf } from '#components/language/loaded.ts'
import { unacknowledged } from '#lib/domain/checklist.ts'
import { NO_FACTS } from '#lib/domain/facts.ts'
import type { Check, Policy } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'

/** Says what a story lacks where a check is not met, as `whatIsMissing` does it in English. */
export function missingText(check: Check, story: Story, policy: Policy): string {
  const t = textsOf('story')
  const { blockingQuestions, criteria } = story.facts ?? NO_FACTS
  switch (check) {
    case 'questions':
      return t('lacks.questions', { count: blockingQuestions })
    case 'few-criteria':
      return t('lacks.few-criteria', { count: criteria, most: policy.mostCriteria })
    case 'acknowledged': {
      const sides = unacknowledged(story.acknowledged)
      const names = inAList(sides.map((side) => t(`sides.${side}`)))
      return t('lacks.acknowledged', { sides: names, count: sides.length })
    }
    default:
      return t(`lacks.${check}`)
  }
}
