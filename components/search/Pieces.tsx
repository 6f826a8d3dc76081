import type { Piece } from '#lib/search/excerpt.ts'

/** A text in which what was looked for stands out. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  let at = 0
  return pieces.map(({ text, isHit }) => {
    const key = at
    at += text.length
    if (!isHit) return <span key={key}>{text}</span>
    return (
      <mark key={key} className="rounded-[2px] bg-idea-tint text-inherit">
        {text}
      </mark>
    )
  })
}
