import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { TextsIn } from '#components/language/messages.ts'
import { classes } from '#components/ui/classes.ts'
import { readCalloutKind } from '#lib/doc/calloutKinds.ts'
import { readCard } from '#lib/doc/card.ts'
import { readClauseWord } from '#lib/doc/clause.ts'
import { DIFFERENCE, differenceOf } from '#lib/doc/compare/sides.ts'
import { isSafeHref } from '#lib/doc/href.ts'
import { readMention } from '#lib/doc/mentions.ts'
import type { Content } from '#lib/schema/history.ts'
import type { Known } from '#lib/domain/history/known.ts'
import { Authored, type Authors, AuthorsShown } from './Authored.tsx'
import { Added, differenceClasses, Differing, HowItDiffers, Removed } from './Differing.tsx'
import { QuestionWords } from './QuestionWords.tsx'
import { personText } from './writer.ts'

/**
 * A story's text as it was, without an editor: nothing here can write. What is not known is shown by its words; what differs
 * from another text is marked (`sideOf`); with `authors`, who wrote what.
 */
export function ReadContent({
  content,
  known,
  authors = null,
}: {
  readonly content: readonly Content[]
  readonly known: Known
  readonly authors?: Authors | null
}) {
  return (
    <AuthorsShown value={authors}>
      <div className="flex flex-col gap-2 text-body wrap-anywhere">
        <Blocks content={content} known={known} />
      </div>
    </AuthorsShown>
  )
}

/** Drawn as items of a list or a table: these cannot stand in anything else. */
const LISTED = new Set([
  'text',
  'hardBreak',
  'mention',
  'question',
  'listItem',
  'taskItem',
  'tableRow',
  'tableHeader',
  'tableCell',
])

interface Inside {
  readonly content: readonly Content[] | undefined
  readonly known: Known
}

function Blocks({ content = [], known }: Inside): ReactNode {
  return content.map((block, index) => {
    const difference = differenceOf(block)
    const drawn = <Block key={index} block={block} known={known} />
    if (difference === null || LISTED.has(block.type)) return drawn
    return (
      <Differing key={index} difference={difference}>
        {drawn}
      </Differing>
    )
  })
}

function Block({ block, known }: { readonly block: Content; readonly known: Known }): ReactNode {
  const t = useTranslations('history')
  const { content, attrs = {} } = block
  const inside = <Blocks content={content} known={known} />
  switch (block.type) {
    case 'text':
      return <Text text={block} />
    case 'hardBreak':
      return <br />
    case 'mention':
      return <span className="font-medium">{mentionText(t, attrs, known)}</span>
    case 'paragraph':
      return <p className="whitespace-pre-wrap empty:h-2">{inside}</p>
    case 'heading':
      return <p className="mt-2 text-editor font-semibold">{inside}</p>
    case 'customerValue':
      return <Part title={t('sections.value')}>{inside}</Part>
    case 'criteria':
      return (
        <Part title={t('sections.criteria')}>
          <Criteria content={content} known={known} number="" />
        </Part>
      )
    case 'clause':
      return (
        <p className="whitespace-pre-wrap">
          <span className="font-medium">{t(`clauses.${readClauseWord(attrs.word)}`)}</span> {inside}
        </p>
      )
    case 'questions':
      return (
        <Part title={t('sections.questions')}>
          <ul className="flex flex-col gap-2">{inside}</ul>
        </Part>
      )
    case 'question':
      return (
        <li className={classes('border-s-2 ps-3', differenceClasses(block))}>
          <p className="text-label text-subtle">
            <QuestionWords question={block} known={known} />
          </p>
          {inside}
        </li>
      )
    case 'answer':
      return <div className="mt-1 border-s-2 ps-3 text-muted">{inside}</div>
    case 'design':
      return (
        <Part title={t('sections.design')}>
          {attrs.needed === false ? <p className="text-muted">{t('notNeeded')}</p> : inside}
        </Part>
      )
    case 'bulletList':
      return <ul className="flex list-disc flex-col gap-1 ps-6">{inside}</ul>
    case 'orderedList':
      return <ol className="flex list-decimal flex-col gap-1 ps-6">{inside}</ol>
    case 'taskList':
      return <ul className="flex flex-col gap-1 ps-1">{inside}</ul>
    case 'listItem':
      return <li className={differenceClasses(block)}>{inside}</li>
    case 'taskItem':
      return (
        <li className={classes('flex gap-2', differenceClasses(block))}>
          <input
            type="checkbox"
            disabled
            checked={attrs.checked === true}
            aria-label={t('done')}
            className="mt-1 shrink-0"
          />
          <div className="min-w-0">{inside}</div>
        </li>
      )
    case 'blockquote':
      return <blockquote className="border-s-2 ps-3 text-muted">{inside}</blockquote>
    case 'callout':
      return (
        <div role="note" className="rounded-card border bg-sunken px-3 py-2">
          <p className="text-label font-medium text-muted">
            {t(`callouts.${readCalloutKind(attrs.kind)}`)}
          </p>
          {inside}
        </div>
      )
    case 'details':
      return <div className="border-s-2 ps-3">{inside}</div>
    case 'summary':
      return <p className="font-medium whitespace-pre-wrap">{inside}</p>
    case 'imageRow':
      return <div className="flex flex-col gap-2 border-s-2 ps-3">{inside}</div>
    case 'image':
      return (
        <p className="text-muted">{t('picture', { name: fileInWords(attrs) ?? t('noName') })}</p>
      )
    case 'attachment':
      return <p className="text-muted">{t('file', { name: fileInWords(attrs) ?? t('noName') })}</p>
    case 'linkCard':
      return <Card attrs={attrs} />
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
        <div tabIndex={0} role="group" aria-label={t('table')} className="overflow-x-auto">
          <table className="border-collapse">
            <tbody>{inside}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr className={differenceClasses(block)}>{inside}</tr>
    case 'tableHeader':
      return <th className="border px-2 py-1 text-start font-medium">{inside}</th>
    case 'tableCell':
      return <td className="border px-2 py-1">{inside}</td>
    default:
      return <div>{inside}</div>
  }
}

/** Criteria with the numbers that the editor draws: "2.1" is the first in the second. */
function Criteria({ content = [], known, number }: Inside & { readonly number: string }) {
  let count = 0
  return (
    <ol className="flex flex-col gap-1.5">
      {content.map((criterion, index) => {
        // One that is gone beside those that are there takes no number from them.
        const isGone = differenceOf(criterion) === 'removed'
        if (!isGone) count += 1
        const own = isGone ? '–' : `${number}${count}`
        return (
          <li key={index} className={classes('flex gap-2', differenceClasses(criterion))}>
            <span aria-hidden className="min-w-4 shrink-0 text-subtle tabular-nums">
              {own}
            </span>
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <HowItDiffers difference={differenceOf(criterion)} />
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

/** People as they are called now; what else is mentioned is not named here, since not everybody may know it. */
function mentionText(
  t: TextsIn<'history'>,
  attrs: NonNullable<Content['attrs']>,
  known: Known,
): string {
  const mention = readMention(attrs)
  return mention.kind === 'person' && mention.id !== ''
    ? `@${personText(known, mention.id)}`
    : mention.kind === 'person' && mention.label !== ''
      ? `@${mention.label}`
      : t(`mentions.${mention.kind}`)
}

function Card({ attrs }: { readonly attrs: NonNullable<Content['attrs']> }) {
  const { href, title, host } = readCard(attrs)
  if (href === null) return <p>{title}</p>
  return (
    <p>
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-accent-text underline underline-offset-2"
      >
        {title}
      </a>{' '}
      <span className="text-label text-subtle">{host}</span>
    </p>
  )
}

function Text({ text }: { readonly text: Content }) {
  let drawn: ReactNode = text.text
  for (const { type, attrs } of text.marks ?? []) {
    if (type === 'bold') drawn = <strong className="font-semibold">{drawn}</strong>
    else if (type === 'italic') drawn = <em>{drawn}</em>
    else if (type === 'strike') drawn = <s>{drawn}</s>
    else if (type === 'underline') drawn = <u>{drawn}</u>
    else if (type === 'code') drawn = <code className="font-mono text-label">{drawn}</code>
    else if (type === `${DIFFERENCE}added`) {
      drawn = <Added>{drawn}</Added>
    } else if (type === `${DIFFERENCE}removed`) {
      drawn = <Removed>{drawn}</Removed>
    } else if (type === 'link' && isSafeHref(attrs?.href)) {
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
  return <Authored by={text.by}>{drawn}</Authored>
}

function fileInWords({ caption, alt, name }: NonNullable<Content['attrs']>): string | undefined {
  return [caption, alt, name].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  )
}
