import { CircleQuestionMark, ClipboardCheck, Gem, type LucideIcon, PencilRuler } from 'lucide-react'
import type { Section } from '#lib/doc/sectionNames.ts'

/** The sign of each section, wherever it is named. */
export const SECTION_ICONS: Record<Section, LucideIcon> = {
  customerValue: Gem,
  criteria: ClipboardCheck,
  questions: CircleQuestionMark,
  design: PencilRuler,
}
