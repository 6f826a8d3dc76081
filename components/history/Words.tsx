import { Fragment } from 'react'
import { Link } from '#components/shell/Link.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import type { Name, Word } from '#lib/domain/history/write.ts'

/** A sentence about what happened: names stand out, places of a story have their sign, a story's key leads to it. */
export function Words({ words }: { readonly words: readonly Word[] }) {
  return words.map((word, index) => (
    <Fragment key={index}>{typeof word === 'string' ? word : <Named {...word} />}</Fragment>
  ))
}

function Named({ name, home, story }: Name) {
  if (story !== undefined) {
    return (
      <Link
        to={{ page: 'story', key: story }}
        className="rounded-control font-mono text-label text-accent-text hover:underline"
      >
        {name}
      </Link>
    )
  }
  if (home === undefined) return <span className="font-medium text-text">{name}</span>
  return (
    <span className="whitespace-nowrap font-medium text-text">
      <span className="me-1 inline-block translate-y-[2px]">
        <StageDot stage={home} size={12} />
      </span>
      <span className="whitespace-normal">{name}</span>
    </span>
  )
}
