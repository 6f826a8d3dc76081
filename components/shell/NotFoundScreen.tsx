import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { Logo } from './Logo.tsx'

/** There is nothing at this address. */
export function NotFoundScreen() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-3 px-6 py-16">
      <Logo size={32} />
      <h1 className="mt-2 text-title font-semibold">There is no such page</h1>
      <p className="text-body text-muted">
        The address may be mistyped, or lead to something that was moved. Nothing was lost.
      </p>
      {/* A plain link: what is here may be the only page that works. */}
      <a href="/" className={`${buttonClasses('primary')} mt-2 justify-self-start`}>
        Go to my workspace
      </a>
    </main>
  )
}
