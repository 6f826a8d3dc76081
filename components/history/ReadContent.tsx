import { Fragment, type ReactNode } from 'react'
import { isSafeHref } from '#lib/doc/href.ts'
import type { Content } from '#lib/schema/history.ts'
import { personName, type Known } from '#lib/domain/history/known.ts'

/** A story's text as it was, without an editor: nothing here can write. What is not known is shown by its words. */
export function ReadContent({
  content,
  known,
}: {
  readonly content: readonly Content[]
  readonly known: Known
}) {
  return (
    <div className="flex flex-col gap-2 text-body wrap-anywhere">
      <Blocks content={content} known={known} />
    </div>
  )
}

interface Inside {
  readonly content: readonly Content[] | undefined
  readonly known: Known
}

function Blocks({ content = [], known }: Inside): ReactNode {
  return content.map((block, index) => <Block key={index} block={block} known={known} />)
}

function Block({ block, known }: { readonly block: Content; readonly known: Known }): ReactNode {
  const { content, attrs = {} } = block
  const inside = <Blocks content={content} known={known} />
  switch (block.type) {
    case 'text':
      return <Text text={block} />
    case 'hardBreak':
      return <br />
    case 'paragraph':
      return <p className="whitespace-pre-wrap empty:h-2">{inside}</p>
    case 'heading':
      return <p className="mt-2 text-editor font-semibold">{inside}</p>
    case 'customerValue':
      return <Part title="Customer value">{inside}</Part>
    case 'criteria':
      return (
        <Part title="Acceptance criteria">
          <Criteria content={content} known={known} number="" />
        </Part>
      )
    case 'clause':
      return (
        <p className="whitespace-pre-wrap">
          <span className="font-medium capitalize">{String(attrs.word ?? '')}</span> {inside}
        </p>
      )
    case 'questions':
      return (
        <Part title="Open questions">
          <ul className="flex flex-col gap-2">{inside}</ul>
        </Part>
      )
    case 'question':
      return (
        <li className="border-l-2 pl-3">
          <p className="text-label text-subtle">{questionInWords(attrs, known)}</p>
          {inside}
        </li>
      )
    case 'answer':
      return <div className="mt-1 border-l-2 pl-3 text-muted">{inside}</div>
    case 'design':
      return (
        <Part title="Design">
          {attrs.needed === false ? <p className="text-muted">Not needed</p> : inside}
        </Part>
      )
    case 'bulletList':
      return <ul className="flex list-disc flex-col gap-1 pl-6">{inside}</ul>
    case 'orderedList':
      return <ol className="flex list-decimal flex-col gap-1 pl-6">{inside}</ol>
    case 'taskList':
      return <ul className="flex flex-col gap-1 pl-1">{inside}</ul>
    case 'listItem':
      return <li>{inside}</li>
    case 'taskItem':
      return (
        <li className="flex gap-2">
          <input
            type="checkbox"
            disabled
            checked={attrs.checked === true}
            aria-label="Done"
            className="mt-1 shrink-0"
          />
          <div className="min-w-0">{inside}</div>
        </li>
      )
    case 'blockquote':
      return <blockquote className="border-l-2 pl-3 text-muted">{inside}</blockquote>
    case 'codeBlock':
      return (
        // The keyboard scrolls what is wider than the screen.
        <pre
          tabIndex={0}
          className="overflow-x-auto rounded-card border bg-sunken px-3 py-2 font-mono text-label whitespace-pre"
        >
          {inside}
        </pre>
      )
    case 'horizontalRule':
      return <hr />
    case 'table':
      return (
        <div tabIndex={0} role="group" aria-label="Table" className="overflow-x-auto">
          <table className="border-collapse">
            <tbody>{inside}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr>{inside}</tr>
    case 'tableHeader':
      return <th className="border px-2 py-1 text-left font-medium">{inside}</th>
    case 'tableCell':
      return <td className="border px-2 py-1">{inside}</td>
    default:
      return <div>{inside}</div>
  }
}

/** Criteria with the numbers that the editor draws: "2.1" is the first in the second. */
function Criteria({ content = [], known, number }: Inside & { readonly number: string }) {
  return (
    <ol className="flex flex-col gap-1.5">
      {content.map((criterion, index) => {
        const own = `${number}${index + 1}`
        return (
          <li key={index} className="flex gap-2">
            <span aria-hidden className="min-w-4 shrink-0 text-subtle tabular-nums">
              {own}
            </span>
            <div className="flex min-w-0 flex-col gap-1">
              {(criterion.content ?? []).map((block, at) =>
                block.type === 'criteria' ? (
                  <Criteria key={at} content={block.content} known={known} number={`${own}.`} />
                ) : (
                  <Block key={at} block={block} known={known} />
                ),
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-2 flex flex-col gap-1.5 first:mt-0">
      <h3 className="text-label font-medium text-muted">{title}</h3>
      {children}
    </section>
  )
}

function questionInWords(attrs: NonNullable<Content['attrs']>, known: Known): string {
  const { blocking, open, owner } = attrs
  const state = open === false ? 'Answered' : blocking === true ? 'Open, blocking' : 'Open'
  return typeof owner === 'string' ? `${state}, for ${personName(known, owner)}` : state
}

function Text({ text }: { readonly text: Content }) {
  let drawn: ReactNode = text.text
  for (const { type, attrs } of text.marks ?? []) {
    if (type === 'bold') drawn = <strong className="font-semibold">{drawn}</strong>
    else if (type === 'italic') drawn = <em>{drawn}</em>
    else if (type === 'strike') drawn = <s>{drawn}</s>
    else if (type === 'underline') drawn = <u>{drawn}</u>
    else if (type === 'code') drawn = <code className="font-mono text-label">{drawn}</code>
    else if (type === 'link' && isSafeHref(attrs?.href)) {
      drawn = (
        <a
          href={attrs.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent-text underline underline-offset-2"
        >
          {drawn}
        </a>
      )
    }
  }
  return <Fragment>{drawn}</Fragment>
}
