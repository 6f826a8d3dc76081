/** The mark: a raised gate, and what it lets through. The files in public/icons draw the same. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden className="shrink-0">
      <rect width={24} height={24} rx={6} fill="var(--color-accent)" />
      <rect x={7.5} y={4.75} width={9} height={7.75} rx={1.25} fill="#fff" />
      <path
        d="M4.5 17.25c1.25-1.35 2.5-1.35 3.75 0s2.5 1.35 3.75 0 2.5-1.35 3.75 0 2.5 1.35 3.75 0"
        fill="none"
        stroke="#fff"
        strokeWidth={2.25}
        strokeLinecap="round"
      />
    </svg>
  )
}
