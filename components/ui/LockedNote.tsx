import { Lock } from 'lucide-react'

/** Says why what follows can be read but not changed, and whom to ask; nothing while it can. */
export function LockedNote({
  reason,
  id,
}: {
  readonly reason: string | null
  readonly id?: string
}) {
  if (reason === null) return null
  return (
    <p
      id={id}
      className="mb-4 flex items-start gap-2 rounded-card border bg-sunken px-3 py-2 text-interface text-muted"
    >
      <Lock aria-hidden size={14} className="mt-[3px] shrink-0" />
      <span>{reason}</span>
    </p>
  )
}
