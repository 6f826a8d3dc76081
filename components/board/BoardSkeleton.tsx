import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { OPEN_STAGES } from './boardState.ts'

/** What the very first visit shows until the stories are known; never "empty" (I6). */
export function BoardSkeleton() {
  return (
    <div aria-busy className="flex h-full min-h-0 gap-2 p-2 md:p-3">
      <p role="status" className="sr-only">
        {textsOf('board')('loading')}
      </p>
      {OPEN_STAGES.map((stage, index) => (
        <div
          key={stage}
          aria-hidden
          className="flex min-w-60 flex-1 flex-col rounded-panel bg-sunken/60 not-first:max-md:hidden md:max-w-md"
        >
          <div className="flex h-10 items-center gap-2 px-4 text-interface font-medium text-muted">
            <StageDot stage={stage} />
            {stageName(stage)}
          </div>
          <div className="flex flex-col gap-2 px-2">
            {Array.from({ length: 5 - index }, (_, row) => (
              <div
                key={row}
                className="flex flex-col gap-2 rounded-card border bg-surface px-3 py-2.5"
              >
                <Skeleton className="h-3 w-12" />
                <Skeleton className="h-3.5 w-full" />
                <Skeleton className="h-3.5 w-2/3" />
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
