'use client'

import { type ReactNode, useState } from 'react'
import { span } from '#components/cards/days.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { Popover } from '#components/ui/Popover.tsx'
import type { Team } from '#lib/domain/team.ts'
import { CapacityDetails } from './CapacityDetails.tsx'
import { Over } from './CapacityLine.tsx'
import type { FillTarget } from './fillActions.ts'
import { Meter } from './Meter.tsx'
import { useCapacity } from './useCapacity.ts'

function heard(words: ReactNode) {
  return <span className="sr-only">{words}</span>
}

/** How full the next iteration of a team is, for a bar; pressing it says more. Nothing where it plans by none. */
export function CapacityNote({
  team,
  fill,
  className,
}: {
  readonly team: Team
  readonly fill: FillTarget
  readonly className?: string
}) {
  const t = textsOf('pace')
  const next = useCapacity(team)
  const [open, setOpen] = useState(false)
  if (next?.kind !== 'iteration') return null
  const { capacity, load, iteration, today } = next
  const { sum } = load
  const ask = () => {
    setOpen(false)
    fill.ask()
  }
  return (
    <Popover
      title={t('nextIs', { span: span(iteration, today) })}
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet" className={`gap-2! tabular-nums ${className ?? ''}`}>
          <span>{t.rich('nextShort', { h: heard })}</span>
          <span className="text-text">
            {capacity.kind === 'known' ? t('of', { sum, mean: capacity.mean }) : sum}
          </span>
          {capacity.kind === 'known' ? (
            <>
              {/* Over full it would say nothing that the words do not. */}
              {sum > capacity.mean ? null : (
                <Meter sum={sum} mean={capacity.mean} className="w-10!" />
              )}
              <Over sum={sum} mean={capacity.mean} />
            </>
          ) : (
            t('unknown.short')
          )}
        </Button>
      }
    >
      <CapacityDetails next={next} fill={{ ...fill, ask }} className="mt-1" />
    </Popover>
  )
}
