/** Says to the eye that something runs now; whoever hears it is told in words beside it. */
export function LiveDot() {
  return (
    <span
      aria-hidden
      className="block size-2 shrink-0 rounded-full bg-danger forced-colors:bg-[Highlight]"
    />
  )
}
