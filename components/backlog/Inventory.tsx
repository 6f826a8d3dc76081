'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { textsOf } from '#components/language/loaded.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import type { FillTarget } from '#components/cards/pace/fillActions.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Popover } from '#components/ui/Popover.tsx'
import type { Backlog as TeamBacklog } from '#lib/client/client.ts'
import { PaceNote } from './PaceNote.tsx'
import { type Health, type Inventory, inventoryOf } from '#lib/domain/inventory.ts'

const COLOURS: Record<Health, string> = {
  green: 'text-ready',
  amber: 'text-idea',
  red: 'text-danger',
}

/** How many months of work wait here (Health). Pressing it says how it is counted. Nothing while it is not known. */
export function InventoryNote({
  notStarted,
  content,
  fill,
}: {
  readonly notStarted: number
  readonly content: TeamBacklog
  /** What fills the team's next iteration. */
  readonly fill: FillTarget
}) {
  const t = useTranslations('backlog')
  const { flow } = content
  const [open, setOpen] = useState(false)
  if (!flow) return null
  const ask = () => {
    setOpen(false)
    fill.ask()
  }
  const inventory = inventoryOf(notStarted, flow)
  return (
    <Popover
      title={t('inventory.title')}
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet" className="gap-2! tabular-nums">
          {inventory.kind === 'known' ? (
            <>
              <Meter months={inventory.months} health={inventory.health} />
              <span className="text-text">{monthsInWords(inventory.months)}</span>
              <span className={classes('font-medium', COLOURS[inventory.health])}>
                {verdict(inventory)}
              </span>
            </>
          ) : (
            t('inventory.unknown')
          )}
        </Button>
      }
    >
      <div className="mt-1 flex flex-col gap-2 text-muted">
        {inventory.kind === 'known' ? (
          <>
            <p>
              {t('inventory.sum', {
                stories: notStarted,
                pace: perMonth(inventory.throughput),
                days: t('inventory.overDays', { count: Math.floor(flow.days) }),
                months: monthsInWords(inventory.months),
              })}
            </p>
            <p>{t(`inventory.advice.${inventory.side}`)}</p>
          </>
        ) : (
          <p>
            {inventory.why === 'tooYoung'
              ? t('inventory.tooYoung', {
                  days: t('inventory.days', { count: Math.floor(flow.days) }),
                })
              : t('inventory.nothingDone')}
          </p>
        )}
        <PaceNote content={content} fill={{ ...fill, ask }} />
      </div>
    </Popover>
  )
}

/** Four months as four boxes: full, half full, empty. */
function Meter({ months, health }: { readonly months: number; readonly health: Health }) {
  return (
    <span aria-hidden className={classes('flex gap-0.5', COLOURS[health])}>
      {[0, 1, 2, 3].map((month) => (
        <span
          key={month}
          className="h-2.5 w-2 overflow-hidden rounded-[2px] border border-current forced-color-adjust-none"
        >
          <span
            className="block h-full bg-current"
            style={{ width: `${Math.round(Math.min(1, Math.max(0, months - month)) * 100)}%` }}
          />
        </span>
      ))}
    </span>
  )
}

function verdict({ health, side }: Extract<Inventory, { kind: 'known' }>): string {
  const t = textsOf('backlog')
  if (health === 'green') return t('inventory.verdict.healthy')
  const isAmber = health === 'amber'
  if (side === 'little') return t(isAmber ? 'inventory.verdict.low' : 'inventory.verdict.empty')
  return t(isAmber ? 'inventory.verdict.long' : 'inventory.verdict.tooLong')
}

function monthsInWords(months: number): string {
  const count = months < 10 ? Math.round(months * 10) / 10 : Math.round(months)
  return textsOf('backlog')('inventory.months', { count })
}

function perMonth(throughput: number): string {
  return (Math.round(throughput * 10) / 10).toLocaleString(pageLocale())
}
