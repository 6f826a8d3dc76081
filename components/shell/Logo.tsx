/** The mark: a gate that lets through one of three streams. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      aria-hidden
      className="shrink-0"
    >
      <rect width={24} height={24} rx={6} fill="var(--color-accent)" />
      <g stroke="#fff" strokeWidth={2} strokeLinecap="round">
        <path d="M5 8h3M5 12h3" opacity={0.6} />
        <path d="M12 5v8.5" />
        <path d="M5 17h14" />
      </g>
    </svg>
  )
}
