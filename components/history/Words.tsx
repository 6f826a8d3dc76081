import { Fragment } from 'react'
import { Link } from '#components/shell/Link.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import type { Named, Word } from '#lib/domain/history/told.ts'

/** A sentence about what happened: names stand out, places of a story have their sign, a story's key leads to it. */
export function Words({ words }: { readonly words: readonly Word[] }) {
  return words.map((word, index) => (
    <Fragment key={index}>{typeof word === 'string' ? word : <Name {...word} />}</Fragment>
  ))
}

function Name({ name, home, story }: Named) {
  if (story !== undefined) {
    return (
      <Link
        to={{ page: 'story', key: name.startsWith('“') ? story : name }}
        className="rounded-control font-mono text-label text-accent-text hover:underline"
      >
        {name}
      </Link>
    )
  }
  if (home === undefined) return <span className="font-medium text-text">{name}</span>
  return (
    <span className="whitespace-nowrap font-medium text-text">
      <span className="mr-1 inline-block translate-y-[2px]">
        <StageDot stage={home} size={12} />
      </span>
      <span className="whitespace-normal">{name}</span>
    </span>
  )
}
