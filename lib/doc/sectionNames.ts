/** The sections of a story, in the order in which they are read; the details come after them. */
export const SECTIONS = ['customerValue', 'criteria', 'questions', 'design'] as const
export type Section = (typeof SECTIONS)[number]

/** The sections as they are called. */
export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  customerValue: 'Customer value',
  criteria: 'Acceptance criteria',
  questions: 'Open questions',
  design: 'Design',
}
