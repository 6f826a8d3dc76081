import { Skeleton } from '#components/ui/Skeleton.tsx'

/** The inbox before anything is known of it: on the very first sync only (UX2). */
export function InboxSkeleton() {
  return (
    <div aria-busy className="mx-auto flex w-full max-w-3xl flex-col gap-2 px-3 py-6 md:px-6">
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-16 w-full" />
    </div>
  )
}
