import type { SlotProps } from '#components/cards/VirtualCards.tsx'

/** What is around the rows of a table: they bring their own roles and say their own place. */
export const AS_ROWS = { all: Rows, each: Slot }

function Rows({ style, children, ref }: SlotProps) {
  return (
    <div ref={ref} style={style} role="rowgroup">
      {children}
    </div>
  )
}

function Slot({ style, children, ref }: SlotProps & { readonly index: number }) {
  return (
    <div ref={ref} style={style} role="none">
      {children}
    </div>
  )
}
