'use client'

import { useId, useRef, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { span } from '#components/cards/days.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useBacklog } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { fitting, loadOf, waitingOf } from '#lib/domain/capacity.ts'
import type { Iterations } from '#lib/domain/team.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import { type FillTarget, fillWith } from './fillActions.ts'
import { FillRow } from './FillRow.tsx'
import { Meter } from './Meter.tsx'
import { amount, plannedInWords, standing, unsizedInWords } from './sentences.ts'
import { type NextIteration, useCapacity } from './useCapacity.ts'

/** So many stories are shown at first, and with each press more. */
const SHOWN = 50

/** Asks what a team takes on in its next iteration: what fits is chosen, and anything else may be. */
export function FillDialog({
  target,
  isOpen,
  onClose,
}: {
  readonly target: FillTarget
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const { team } = target
  const next = useCapacity(team)
  const stories = useBacklog(team.id)?.stories ?? []
  const { iterations } = team
  if (!iterations || next?.kind !== 'iteration') return null
  const waiting = waitingOf(stories, { ...team, iterations }, next.today)
  return (
    <Asked
      target={target}
      isOpen={isOpen}
      onClose={onClose}
      next={next}
      waiting={waiting}
      iterations={iterations}
    />
  )
}

function Asked({
  target: { client },
  isOpen,
  onClose,
  next,
  waiting,
  iterations,
}: {
  readonly target: FillTarget
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly next: NextIteration
  readonly waiting: readonly TeamStory[]
  readonly iterations: Iterations
}) {
  const t = textsOf('pace')
  const formId = useId()
  const first = useRef<HTMLInputElement>(null)
  const { iteration, today, capacity, unit, planned, load } = next
  // What fitted when it was asked. Others may size and move stories meanwhile: the sum follows, the choice is the person's.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(proposal(waiting, next).map(({ id }) => id)),
  )
  const [shown, setShown] = useState(SHOWN)
  const stories = waiting.filter(({ id }) => chosen.has(id))
  const all = loadOf([...planned, ...stories], unit)
  const unsized = unsizedInWords(all)
  const isOver = capacity.kind === 'known' && all.sum > capacity.mean
  const choose = (id: string, isChosen: boolean) => {
    const changed = new Set(chosen)
    if (isChosen) changed.add(id)
    else changed.delete(id)
    setChosen(changed)
  }
  const fill = () => {
    if (stories.length > 0 && runAction(fillWith, { client, stories, iteration }).ok) onClose()
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => open || onClose()}
      title={t('nextIs', { span: span(iteration, today) })}
      description={capacity.kind === 'known' ? t('commit.how') : t('commit.howUnknown')}
      initialFocus={first}
      actions={
        <>
          {/* Beside the buttons, so that it is seen however far the list is scrolled. */}
          <div role="status" className="min-w-0 flex-1 basis-64 text-label text-muted">
            <p className="flex items-center gap-2 text-interface font-medium text-text tabular-nums">
              {plannedInWords(all.sum, unit, capacity)}
              {capacity.kind === 'known' ? <Meter sum={all.sum} mean={capacity.mean} /> : null}
            </p>
            <p className={isOver ? 'text-danger' : undefined}>
              {standing(all.sum, unit, capacity)}
            </p>
            {unsized === null ? null : <p>{unsized}</p>}
          </div>
          <div className="flex items-end gap-2 self-end">
            <Button look="quiet" onClick={onClose}>
              {t('commit.cancel')}
            </Button>
            <Button look="primary" type="submit" form={formId} disabled={stories.length === 0}>
              {stories.length === 0 ? t('commit.none') : t('commit.do', { count: stories.length })}
            </Button>
          </div>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          fill()
        }}
      >
        {planned.length === 0 ? null : (
          <p className="pb-2 text-interface text-muted">
            {t('commit.already', { stories: alreadyIn(planned.length, load.sum, unit) })}
          </p>
        )}
        <ul aria-label={t('commit.list')} className="-mx-2 flex flex-col">
          {waiting.slice(0, shown).map((story, index) => (
            <FillRow
              key={story.id}
              story={story}
              unit={unit}
              iterations={iterations}
              today={today}
              isChosen={chosen.has(story.id)}
              onChoose={choose}
              box={index === 0 ? first : undefined}
            />
          ))}
        </ul>
        {waiting.length > shown ? (
          <Button size="small" look="quiet" onClick={() => setShown(shown + SHOWN)}>
            {t('commit.more', { count: Math.min(SHOWN, waiting.length - shown) })}
          </Button>
        ) : null}
      </form>
    </Dialog>
  )
}

/** Nothing where nobody knows what fits. */
function proposal(
  waiting: readonly TeamStory[],
  { capacity, unit, load }: NextIteration,
): readonly TeamStory[] {
  return capacity.kind === 'known' ? fitting(waiting, unit, capacity.mean - load.sum) : []
}

/** "3 stories, 8 points". */
function alreadyIn(count: number, sum: number, unit: NextIteration['unit']): string {
  const stories = amount(count, 'stories')
  return unit === 'stories' ? stories : `${stories}, ${amount(sum, unit)}`
}
