import { ArrowRight, CircleX } from 'lucide-react'
import { CHECK_NAMES, type CheckLine } from '#lib/domain/checklist.ts'
import type { Check } from '#lib/domain/policy.ts'

/** What the way to a missing check is called. */
const FIX: Record<Check, string> = {
  value: 'Write it',
  criteria: 'Write one',
  questions: 'Answer',
  theme: 'Choose',
  persona: 'Choose',
  design: 'Add it',
  'few-criteria': 'Look',
  acknowledged: 'Look',
  dependencies: 'Say so',
}

/** What a story lacks, one line each; pressing it goes there (RD4). */
export function MissingChecks({
  lines,
  onFix,
}: {
  readonly lines: readonly CheckLine[]
  readonly onFix: (check: Check) => void
}) {
  return (
    <ul aria-label="What is missing" className="flex flex-col">
      {lines.map(({ check, missing }) => (
        <li key={check}>
          <button
            type="button"
            onClick={() => onFix(check)}
            className="group flex w-full items-start gap-2 rounded-control px-1.5 py-1 text-left hover:bg-hover coarse:min-h-11 coarse:items-center"
          >
            <CircleX aria-hidden size={14} className="mt-0.75 shrink-0 text-idea" />
            <span className="min-w-0 flex-1">
              <span className="block text-interface">{CHECK_NAMES[check]}</span>
              <span className="block text-label text-muted">{missing}</span>
            </span>
            <span className="flex shrink-0 items-center gap-1 self-center text-label text-accent-text">
              {FIX[check]}
              <ArrowRight aria-hidden size={12} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
