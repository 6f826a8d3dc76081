import { Skeleton } from '#components/ui/Skeleton.tsx'
import { Logo } from './Logo.tsx'

/** The shape of the shell while nothing is known yet: on the server, and on a device's very first visit. */
export function ShellSkeleton({ says }: { readonly says: string }) {
  return (
    <div aria-busy className="flex h-dvh min-h-0 overflow-hidden">
      <div className="hidden w-56 flex-col gap-3 border-e bg-sunken p-2 md:flex">
        <div className="flex h-control items-center gap-2 px-1.5">
          <Logo />
          <Skeleton className="h-3.5 w-24" />
        </div>
        <Skeleton className="h-control w-full rounded-button" />
        <div className="flex flex-col gap-2 px-2 pt-1">
          <Skeleton className="h-3.5 w-28" />
          <Skeleton className="h-3.5 w-20" />
        </div>
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex h-12 shrink-0 items-center border-b bg-surface px-4">
          <Skeleton className="h-3.5 w-24" />
        </div>
        <main className="flex min-h-0 flex-1 gap-3 p-4">
          <h1 className="sr-only">Sluice</h1>
          <p role="status" className="sr-only" suppressHydrationWarning>
            {says}
          </p>
        </main>
      </div>
    </div>
  )
}
