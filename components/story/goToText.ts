import type { Check } from '#lib/domain/policy.ts'
import type { Section } from '#lib/doc/sectionNames.ts'
import { goToSection } from './editor/goToSection.ts'

/** The checks that the words of a story meet, each with the section it is about. */
const SECTION_OF = {
  value: 'customerValue',
  criteria: 'criteria',
  'few-criteria': 'criteria',
  questions: 'questions',
  design: 'design',
} as const satisfies Partial<Record<Check, Section>>

type InText = keyof typeof SECTION_OF

/** True for a check that is met by writing, false for one that is met by a field. */
export function isInText(check: Check): check is InText {
  return check in SECTION_OF
}

/** Goes to the section of an open story that a check is about, made if there is none; as soon as its editor is there. */
export function goToText(story: string, check: InText): void {
  goToSection(story, SECTION_OF[check])
}
