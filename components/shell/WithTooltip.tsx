import type { ReactElement } from 'react'
import { Tooltip } from '#components/ui/Tooltip.tsx'

/** What a folded sidebar cannot write beside an icon is its tooltip. */
export function WithTooltip({
  show,
  text,
  keys,
  children,
}: {
  readonly show: boolean
  readonly text: string
  readonly keys?: string
  readonly children: ReactElement
}) {
  return show ? (
    <Tooltip text={text} keys={keys} side="inline-end">
      {children}
    </Tooltip>
  ) : (
    children
  )
}
