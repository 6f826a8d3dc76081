'use client'

import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Popover } from '#components/ui/Popover.tsx'
import type { TeamFlow } from '#lib/domain/flow.ts'
import { type Health, type Inventory, inventoryOf } from '#lib/domain/inventory.ts'

const COLOURS: Record<Health, string> = {
  green: 'text-ready',
  amber: 'text-idea',
  red: 'text-danger',
}

/** How many months of work wait here (Health). Pressing it says how it is counted. `flow` null: not known yet. */
export function InventoryNote({
  notStarted,
  flow,
}: {
  readonly notStarted: number
  readonly flow: TeamFlow | null
}) {
  if (!flow) return null
  const inventory = inventoryOf(notStarted, flow)
  return (
    <Popover
      title="Inventory"
      align="start"
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
            'Not enough data yet'
          )}
        </Button>
      }
    >
      <div className="mt-1 flex flex-col gap-2 text-muted">
        {inventory.kind === 'known' ? (
          <>
            <p>
              {counted(notStarted)} not started, at {perMonth(inventory.throughput)} finished a
              month over {daysInWords(flow.days)}: {monthsInWords(inventory.months)} of work.
            </p>
            <p>{ADVICE[inventory.side]}</p>
          </>
        ) : (
          <p>
            {inventory.why === 'tooYoung'
              ? `The months of work that wait here are counted from the team's own pace. That takes two weeks; this backlog has had stories for ${daysInWords(flow.days)}.`
              : "The months of work that wait here are counted from the team's own pace, and nothing has been finished yet."}
          </p>
        )}
      </div>
    </Popover>
  )
}

const ADVICE: Record<Extract<Inventory, { kind: 'known' }>['side'], string> = {
  little: 'Under one month the team soon runs out of work: take ready stories.',
  right: 'One to three months is a lean backlog: enough to choose from, little to go stale.',
  much: 'Over three months, what is at the bottom goes stale before it is built: send some back.',
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
  if (health === 'green') return 'healthy'
  if (side === 'little') return health === 'amber' ? 'running low' : 'nearly empty'
  return health === 'amber' ? 'getting long' : 'too long'
}

function monthsInWords(months: number): string {
  const rounded = months < 10 ? Math.round(months * 10) / 10 : Math.round(months)
  return rounded === 1 ? '1 month' : `${rounded.toLocaleString('en')} months`
}

function perMonth(throughput: number): string {
  return (Math.round(throughput * 10) / 10).toLocaleString('en')
}

function counted(count: number): string {
  return count === 1 ? '1 story' : `${count.toLocaleString('en')} stories`
}

function daysInWords(days: number): string {
  const whole = Math.floor(days)
  if (whole < 1) return 'less than a day'
  return whole === 1 ? '1 day' : `${whole} days`
}
