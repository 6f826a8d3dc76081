'use client'

import { Check as Tick, ChevronDown, CircleX, Minus } from 'lucide-react'
import { useState } from 'react'
import { checksMet, ReadinessRing } from '#components/flow/ReadinessRing.tsx'
import { usePolicy } from '#components/flow/usePolicy.ts'
import { WhoCanFix } from '#components/flow/WhoCanFix.tsx'
import { classes } from '#components/ui/classes.ts'
import { CHECK_NAMES, type CheckLine, checklist } from '#lib/domain/checklist.ts'
import type { Check } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'

/**
 * The Definition of Ready as this story stands (RD2, RD4): each check met or missing, what is missing, who can put it
 * right, and the way there in one press. `compact` shows only what is missing until it is unfolded.
 */
export function Checklist({
  story,
  compact = false,
  onFix,
}: {
  /** As its document says now. */
  readonly story: Story
  readonly compact?: boolean
  readonly onFix: (check: Check) => void
}) {
  const policy = usePolicy()
  const [unfolded, setUnfolded] = useState(false)
  const lines = checklist(story, policy)
  if (lines.length === 0) return null
  const required = lines.filter(({ level }) => level === 'required')
  const advisory = lines.filter(({ level }) => level === 'advisory')
  const missing = required.filter(({ isMet }) => !isMet).map(({ check }) => check)
  const shows = (line: CheckLine) =>
    !compact || unfolded || (!line.isMet && line.level === 'required')
  const { readiness } = story
  return (
    <section aria-label="Readiness" className="flex flex-col gap-0.5">
      <h3 className="flex h-7 items-center gap-2 text-interface font-medium">
        <ReadinessRing readiness={readiness} />
        <span>
          {readiness.met < readiness.of || readiness.of === 0
            ? checksMet(readiness)
            : 'All required checks met'}
        </span>
        {compact ? (
          <button
            type="button"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
            className="target ml-auto flex items-center gap-1 rounded-control text-label font-normal text-muted hover:text-text"
          >
            {unfolded ? 'Only what is missing' : 'All checks'}
            <ChevronDown
              aria-hidden
              size={12}
              className={classes('transition-transform', unfolded && 'rotate-180')}
            />
          </button>
        ) : null}
      </h3>
      <ul aria-label="Required checks" className="flex flex-col empty:hidden">
        {required.filter(shows).map((line) => (
          <Line key={line.check} line={line} onFix={onFix} />
        ))}
      </ul>
      {missing.length > 0 ? <WhoCanFix story={story} checks={missing} /> : null}
      {advisory.some(shows) ? (
        <>
          <h4 className="mt-2 px-1.5 text-label text-subtle">Worth a look, not required</h4>
          <ul aria-label="Advisory checks" className="flex flex-col">
            {advisory.filter(shows).map((line) => (
              <Line key={line.check} line={line} onFix={onFix} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function Line({
  line: { check, level, isMet, missing },
  onFix,
}: {
  readonly line: CheckLine
  readonly onFix: (check: Check) => void
}) {
  return (
    <li>
      <button
        type="button"
        onClick={() => onFix(check)}
        aria-label={`${CHECK_NAMES[check]}: ${isMet ? 'met' : `missing. ${missing}`}. Go there`}
        className="group flex w-full items-start gap-2 rounded-control px-1.5 py-0.75 text-left hover:bg-hover coarse:min-h-11 coarse:items-center"
      >
        <span className="mt-0.75 shrink-0">
          {isMet ? (
            <Tick aria-hidden size={14} className="text-ready" />
          ) : level === 'required' ? (
            <CircleX aria-hidden size={14} className="text-idea" />
          ) : (
            <Minus aria-hidden size={14} className="text-subtle" />
          )}
        </span>
        {level === 'required' ? (
          <span className="min-w-0 flex-1">
            <span className={classes('block text-interface', isMet && 'text-muted')}>
              {CHECK_NAMES[check]}
            </span>
            {isMet ? null : <span className="block text-label text-subtle">{missing}</span>}
          </span>
        ) : (
          <span className="min-w-0 flex-1 text-interface wrap-anywhere text-muted">
            {CHECK_NAMES[check]}
            {isMet ? null : <span className="text-label text-subtle"> · {missing}</span>}
          </span>
        )}
        <span
          aria-hidden
          className="mt-0.5 shrink-0 text-label text-accent-text opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 coarse:opacity-100"
        >
          {isMet ? 'Go there' : 'Fix'}
        </span>
      </button>
    </li>
  )
}
