import { Skeleton } from '#components/ui/Skeleton.tsx'

/** What is shown until the team's stories are known; never "empty" (I6). `said` to whoever does not see it. */
export function BacklogSkeleton({ said }: { readonly said?: string }) {
  return (
    <div aria-busy className="flex h-full min-h-0 flex-col">
      {said === undefined ? null : (
        <p role="status" className="sr-only">
          {said}
        </p>
      )}
      <div aria-hidden className="flex h-10 items-center gap-3 border-b bg-sunken/60 px-4">
        <Skeleton className="h-3.5 w-48" />
      </div>
      {Array.from({ length: 10 }, (_, row) => (
        <div
          key={row}
          aria-hidden
          className="flex h-row items-center gap-4 border-b bg-surface px-4"
        >
          <Skeleton className="h-3 w-12" />
          <Skeleton className={row % 3 === 0 ? 'h-3.5 w-1/2' : 'h-3.5 w-1/3'} />
          <span className="flex-1" />
          <Skeleton className="h-3 w-20 max-md:hidden" />
          <Skeleton className="h-3 w-8" />
        </div>
      ))}
    </div>
  )
}
