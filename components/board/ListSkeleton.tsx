import { textsOf } from '#components/language/loaded.ts'
import { Skeleton } from '#components/ui/Skeleton.tsx'

/** What stands for the list until its code is there; never "empty" (I6). */
export function ListSkeleton() {
  return (
    <div aria-busy className="flex min-w-0 flex-1 flex-col bg-surface">
      <p role="status" className="sr-only">
        {textsOf('board')('loadingList')}
      </p>
      {Array.from({ length: 12 }, (_, row) => (
        <div key={row} aria-hidden className="flex h-row items-center gap-4 border-b px-4">
          <Skeleton className="h-3 w-12" />
          <Skeleton className="h-3.5 w-1/2" />
        </div>
      ))}
    </div>
  )
}
