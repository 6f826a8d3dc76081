'use client'

import { ChevronsLeft } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useStore } from '#components/cards/store.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import { StepDot } from '#components/ui/StepDot.tsx'
import { useBacklog } from './backlog.ts'
import { DONE_DAYS } from './groups.ts'
import type { Part } from './parts.ts'
import { whyNotOn } from './useBacklogDrag.ts'
import { foldDone } from './walkActions.ts'

/** A step in which stories are done, folded: how many lately, a press away, and open to a dropped story. */
export function DoneRail({ part, count }: { readonly part: Part; readonly count: number }) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const inviting = useStore(
    backlog.state,
    ({ hand }) => hand.kind === 'dragging' && whyNotOn(backlog, hand.stories, part.id) === null,
  )
  const isAll = useStore(backlog.state, ({ olderShown }) => olderShown)
  return (
    <section data-column={part.id} aria-label={part.name} className="h-full shrink-0">
      <button
        type="button"
        aria-expanded={false}
        aria-label={
          isAll
            ? t('showAllDone', { step: part.name, count })
            : t('showDone', { step: part.name, count, days: DONE_DAYS })
        }
        onClick={() => runAction(foldDone, backlog)}
        className={classes(
          'flex h-full w-10 flex-col items-center gap-2 rounded-panel border py-3 text-muted transition-colors hover:bg-hover hover:text-text',
          inviting ? 'border-dashed border-accent bg-selected' : 'border-transparent bg-sunken/60',
        )}
      >
        <StepDot kind="done" />
        <span className="flex items-center gap-2 text-interface [writing-mode:vertical-rl]">
          <span className="font-medium">{part.name}</span>
          <span className="text-subtle tabular-nums">{count.toLocaleString(pageLocale())}</span>
        </span>
        <span className="flex-1" />
        <ChevronsLeft aria-hidden size={16} />
      </button>
    </section>
  )
}
