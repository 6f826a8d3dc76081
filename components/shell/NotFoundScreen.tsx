import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { Logo } from './Logo.tsx'

/** There is nothing at this address: what is said, and what its way out is called. */
export function NotFoundScreen({
  title,
  lead,
  go,
}: {
  readonly title: string
  readonly lead: string
  readonly go: string
}) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-3 px-6 py-16">
      <Logo size={32} />
      <h1 className="mt-2 text-title font-semibold">{title}</h1>
      <p className="text-body text-muted">{lead}</p>
      {/* A plain link: what is here may be the only page that works. */}
      <a href="/" className={`${buttonClasses('primary')} mt-2 justify-self-start`}>
        {go}
      </a>
    </main>
  )
}
