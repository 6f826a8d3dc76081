import { Fragment, memo, type ReactNode } from 'react'
import { isSafeHref } from '#lib/doc/href.ts'
import { teamMention } from '#lib/domain/talk/mentions.ts'
import { type Block, type Inline, readMarkdown } from './markdown.ts'

/** A comment's Markdown, drawn. `nameOf` gives what somebody is called now, undefined for whoever is gone or hidden. */
export const Words = memo(function Words({
  text,
  nameOf,
}: {
  readonly text: string
  readonly nameOf: (of: 'person' | 'team', id: string) => string | undefined
}) {
  return (
    <div className="flex flex-col gap-1.5 text-body wrap-anywhere">
      {readMarkdown(text).map((block, index) => (
        <Drawn key={index} block={block} nameOf={nameOf} />
      ))}
    </div>
  )
})

type NameOf = (of: 'person' | 'team', id: string) => string | undefined

function Drawn({ block, nameOf }: { readonly block: Block; readonly nameOf: NameOf }) {
  switch (block.kind) {
    case 'code':
      return (
        <pre className="overflow-x-auto rounded-control border bg-sunken px-2 py-1.5 font-mono text-label">
          {block.text}
        </pre>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List className={block.ordered ? 'list-decimal ps-5' : 'list-disc ps-5'}>
          {block.items.map((item, index) => (
            <li key={index}>{drawAll(item, nameOf)}</li>
          ))}
        </List>
      )
    }
    case 'quote':
      return (
        <blockquote className="border-s-2 ps-2.5 text-muted">
          {drawLines(block.lines, nameOf)}
        </blockquote>
      )
    case 'paragraph':
      return <p>{drawLines(block.lines, nameOf)}</p>
  }
}

function drawLines(lines: readonly (readonly Inline[])[], nameOf: NameOf): ReactNode {
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {drawAll(line, nameOf)}
    </Fragment>
  ))
}

function drawAll(pieces: readonly Inline[], nameOf: NameOf): ReactNode {
  return pieces.map((piece, index) => <Piece key={index} piece={piece} nameOf={nameOf} />)
}

function Piece({ piece, nameOf }: { readonly piece: Inline; readonly nameOf: NameOf }) {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'code':
      return (
        <code className="rounded-control bg-sunken px-1 font-mono text-label">{piece.text}</code>
      )
    case 'bold':
      return <strong className="font-semibold">{drawAll(piece.inner, nameOf)}</strong>
    case 'italic':
      return <em>{drawAll(piece.inner, nameOf)}</em>
    case 'mention':
      return (
        // See-through: it also stands out in a comment that is marked as the one an address led to.
        <span className="rounded-control bg-accent/10 px-1 font-medium text-accent-text">
          {piece.of === 'team'
            ? teamMention(nameOf('team', piece.id))
            : `@${nameOf('person', piece.id) ?? piece.name}`}
        </span>
      )
    case 'link':
      if (!isSafeHref(piece.href)) return drawAll(piece.inner, nameOf)
      return (
        <a
          href={piece.href}
          target="_blank"
          rel="noopener noreferrer"
          className="text-accent-text underline"
        >
          {drawAll(piece.inner, nameOf)}
        </a>
      )
  }
}
