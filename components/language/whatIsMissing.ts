import { unacknowledged } from '#lib/domain/checklist.ts'
import { NO_FACTS } from '#lib/domain/facts.ts'
import type { Check, Policy } from '#lib/domain/policy.ts'
import type { Judged } from '#lib/domain/readiness.ts'
import { textsOf } from './loaded.ts'
import { inAList } from './pageLanguage.ts'

/** Gives what a story lacks where a check is not met: "2 blocking questions are open". Needs the texts `asks`. */
export function whatIsMissing(check: Check, story: Judged, policy: Policy): string {
  const t = textsOf('asks.lacks')
  const facts = story.facts ?? NO_FACTS
  switch (check) {
    case 'questions':
      return t('questions', { count: facts.blockingQuestions })
    case 'few-criteria':
      return t('few-criteria', { count: facts.criteria, most: policy.mostCriteria })
    case 'acknowledged': {
      const sides = unacknowledged(story.acknowledged)
      const names = inAList(sides.map((side) => textsOf('words.sides')(side)))
      return t('acknowledged', { sides: names, count: sides.length })
    }
    default:
      return t(check)
  }
}
