'use client'

import { Check as Tick, ChevronDown, CircleX, Minus } from 'lucide-react'
import { useState } from 'react'
import { ReadinessRing } from '#components/flow/ReadinessRing.tsx'
import { usePolicy } from '#components/flow/usePolicy.ts'
import { WhoCanFix } from '#components/flow/WhoCanFix.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { whatIsMissing } from '#components/language/whatIsMissing.ts'
import { classes } from '#components/ui/classes.ts'
import { type CheckLine, checklist } from '#lib/domain/checklist.ts'
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
  const t = textsOf('story')
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
  const whyOf = ({ check, isMet }: CheckLine) => (isMet ? '' : whatIsMissing(check, story, policy))
  return (
    <section aria-label={t('checks.title')} className="flex flex-col gap-0.5">
      <h3 className="flex h-7 items-center gap-2 text-interface font-medium">
        <ReadinessRing readiness={readiness} />
        <span>
          {readiness.met < readiness.of || readiness.of === 0
            ? t('checks.count', { met: readiness.met, of: readiness.of })
            : t('checks.allMet')}
        </span>
        {compact ? (
          <button
            type="button"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
            className="target ms-auto flex items-center gap-1 rounded-control text-label font-normal text-muted hover:text-text"
          >
            {unfolded ? t('checks.onlyMissing') : t('checks.all')}
            <ChevronDown
              aria-hidden
              size={12}
              className={classes('transition-transform', unfolded && 'rotate-180')}
            />
          </button>
        ) : null}
      </h3>
      <ul aria-label={t('checks.required')} className="flex flex-col empty:hidden">
        {required.filter(shows).map((line) => (
          <Line key={line.check} line={line} why={whyOf(line)} onFix={onFix} />
        ))}
      </ul>
      {missing.length > 0 ? <WhoCanFix story={story} checks={missing} /> : null}
      {advisory.some(shows) ? (
        <>
          <h4 className="mt-2 px-1.5 text-label text-subtle">{t('checks.worth')}</h4>
          <ul aria-label={t('checks.advisory')} className="flex flex-col">
            {advisory.filter(shows).map((line) => (
              <Line key={line.check} line={line} why={whyOf(line)} onFix={onFix} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function Line({
  line: { check, level, isMet },
  why,
  onFix,
}: {
  readonly line: CheckLine
  /** What is missing; '' when it is met. */
  readonly why: string
  readonly onFix: (check: Check) => void
}) {
  const words = textsOf('words')
  const t = textsOf('story')
  return (
    <li>
      <button
        type="button"
        onClick={() => onFix(check)}
        aria-label={
          isMet
            ? t('checks.met', { check: words(`checks.${check}`) })
            : t('checks.missing', {
                check: words(`checks.${check}`),
                why,
              })
        }
        className="group flex w-full items-start gap-2 rounded-control px-1.5 py-0.75 text-start hover:bg-hover coarse:min-h-11 coarse:items-center"
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
              {words(`checks.${check}`)}
            </span>
            {isMet ? null : <span className="block text-label text-subtle">{why}</span>}
          </span>
        ) : (
          <span className="min-w-0 flex-1 text-interface wrap-anywhere text-muted">
            {words(`checks.${check}`)}
            {isMet ? null : <span className="text-label text-subtle"> · {why}</span>}
          </span>
        )}
        <span
          aria-hidden
          className="mt-0.5 shrink-0 text-label text-accent-text opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 coarse:opacity-100"
        >
          {isMet ? t('checks.go') : t('checks.fix')}
        </span>
      </button>
    </li>
  )
}
