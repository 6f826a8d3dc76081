'use client'

import { TriangleAlert } from 'lucide-react'
import { useRefused } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { howManyRefused } from './refusedCount.ts'
import { showOverlay } from './overlays.ts'

/** Says in the bar that something was not accepted, until it has been seen and dismissed (UX13). */
export function RefusedButton() {
  const refused = useRefused()
  if (refused.length === 0) return null
  return (
    <Button
      look="danger"
      size="small"
      icon={<TriangleAlert aria-hidden size={14} />}
      onClick={() => showOverlay('refused')}
    >
      <span className="max-md:sr-only">{howManyRefused(refused.length)}</span>
      <span aria-hidden className="md:hidden">
        {refused.length}
      </span>
    </Button>
  )
}
