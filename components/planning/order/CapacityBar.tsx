import { availability, runAction } from '#components/actions/index.ts'
import { CapacityLine } from '#components/cards/pace/CapacityLine.tsx'
import { fillNext, type FillTarget } from '#components/cards/pace/fillActions.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import type { Team } from '#lib/domain/team.ts'

/** Above the order: how much of what the team usually gets done is planned, and what takes on the next iteration. */
export function CapacityBar({ team, fill }: { readonly team: Team; readonly fill: FillTarget }) {
  const can = availability(fillNext, fill)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2 md:px-8">
      <CapacityLine team={team} className="min-w-0 flex-1 2xl:text-body" />
      {can.kind === 'hidden' ? null : (
        <Button
          size="small"
          aria-disabled={can.kind === 'explained' || undefined}
          title={can.kind === 'explained' ? can.reason : undefined}
          className={can.kind === 'explained' ? 'opacity-55' : undefined}
          onClick={() => runAction(fillNext, fill)}
        >
          {textsOf('pace.commit')('open')}
        </Button>
      )}
    </div>
  )
}
