import { presenceColour } from '#components/ui/presence.ts'

/** A theme's colour; its name stands beside it. */
export function ThemeDot({
  colour,
  size = 8,
}: {
  readonly colour: number
  /** Pixels. */
  readonly size?: number
}) {
  return (
    <span
      aria-hidden
      className="inline-block shrink-0 rounded-full forced-color-adjust-none"
      style={{ backgroundColor: presenceColour(colour), width: size, height: size }}
    />
  )
}
