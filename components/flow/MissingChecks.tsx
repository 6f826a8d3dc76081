import { ArrowRight, CircleX } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import type { Check } from '#lib/domain/policy.ts'

/** What a story lacks, one line each; pressing it goes there (RD4). */
export function MissingChecks({
  lines,
  onFix,
}: {
  readonly lines: readonly { readonly check: Check; readonly missing: string }[]
  readonly onFix: (check: Check) => void
}) {
  return (
    <ul aria-label={textsOf('asks')('missing')} className="flex flex-col">
      {lines.map(({ check, missing }) => (
        <li key={check}>
          <button
            type="button"
            onClick={() => onFix(check)}
            className="group flex w-full items-start gap-2 rounded-control px-1.5 py-1 text-start hover:bg-hover coarse:min-h-11 coarse:items-center"
          >
            <CircleX aria-hidden size={14} className="mt-0.75 shrink-0 text-idea" />
            <span className="min-w-0 flex-1">
              <span className="block text-interface">{textsOf('words.checks')(check)}</span>
              <span className="block text-label text-muted">{missing}</span>
            </span>
            <span className="flex shrink-0 items-center gap-1 self-center text-label text-accent-text">
              {textsOf('asks.fix')(check)}
              <ArrowRight aria-hidden size={12} className="rtl:-scale-x-100" />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
