import type { ReactNode } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { CALLOUT_NAMES, readCalloutKind } from '#lib/doc/calloutKinds.ts'
import { readCard } from '#lib/doc/card.ts'
import { clauseName, readClauseWord } from '#lib/doc/clause.ts'
import { mentionWords, readMention } from '#lib/doc/mentions.ts'
import { type Section, SECTIONS } from '#lib/doc/sectionNames.ts'
import type { Content } from '#lib/schema/history.ts'
import { keptOpen } from '../editor/rich/keptFolds.ts'
import { EarlyFile } from './EarlyFile.tsx'
import { EarlyQuestion } from './EarlyQuestion.tsx'
import { EarlySection } from './EarlySection.tsx'
import { EarlyWords } from './EarlyWords.tsx'

/** The blocks of a story, as the editor draws them. `inside`: they stand in another one. */
export function EarlyBlocks({
  content = [],
  inside = false,
}: {
  readonly content?: readonly Content[] | undefined
  readonly inside?: boolean
}): ReactNode {
  return content.map((block, index) => <EarlyBlock key={index} block={block} inside={inside} />)
}

function EarlyBlock({
  block,
  inside,
}: {
  readonly block: Content
  readonly inside: boolean
}): ReactNode {
  const t = textsOf('story')
  const { type, content, attrs = {} } = block
  const inner = <EarlyBlocks content={content} inside />
  // An empty line is as high as one with words.
  const line = content?.length ? inner : <br />
  if (isSection(type))
    return <EarlySection kind={type} block={block} inside={inside} inner={inner} />
  switch (type) {
    case 'text':
      return <EarlyWords text={block} />
    case 'hardBreak':
      return <br />
    case 'mention':
      return <span className="story-mention">{mentionWords(readMention(attrs))}</span>
    case 'heading':
      return <Heading level={attrs.level}>{line}</Heading>
    case 'criterion':
      return (
        <li className="story-criterion">
          <div className="story-criterion-lines">{inner}</div>
        </li>
      )
    case 'clause':
      return (
        <div className="story-clause">
          <span className="story-clause-word">{clauseName(readClauseWord(attrs.word))}</span>
          <p className="story-clause-words">{line}</p>
        </div>
      )
    case 'question':
      return (
        <EarlyQuestion
          attrs={attrs}
          hasAnswer={content?.some(({ type: kind }) => kind === 'answer') ?? false}
        >
          {inner}
        </EarlyQuestion>
      )
    case 'answer':
      return <blockquote data-block="answer">{inner}</blockquote>
    case 'bulletList':
      return <ul>{inner}</ul>
    case 'orderedList':
      return <ol start={typeof attrs.start === 'number' ? attrs.start : undefined}>{inner}</ol>
    case 'listItem':
      return <li>{inner}</li>
    case 'taskList':
      return <ul data-type="taskList">{inner}</ul>
    case 'taskItem':
      return (
        <li data-checked={attrs.checked === true}>
          <label>
            <input
              type="checkbox"
              aria-label={t('done')}
              disabled
              checked={attrs.checked === true}
            />
          </label>
          <div>{inner}</div>
        </li>
      )
    case 'blockquote':
      return <blockquote>{inner}</blockquote>
    case 'callout': {
      const kind = readCalloutKind(attrs.kind)
      return (
        <div
          role="note"
          aria-label={CALLOUT_NAMES[kind]}
          data-kind={kind}
          className="story-callout"
        >
          <div className="story-callout-sign">
            <span className="story-callout-button" />
          </div>
          <div className="story-callout-lines">{inner}</div>
        </div>
      )
    }
    case 'details':
      return (
        <div className={isOpen(attrs.id) ? 'story-details is-open' : 'story-details'}>
          <span className="story-details-toggle" />
          <div className="story-details-lines">{inner}</div>
        </div>
      )
    case 'summary':
      return <p data-block="summary">{line}</p>
    case 'codeBlock':
      return (
        <div className="story-code">
          <div className="story-code-bar" />
          <pre>
            <code>{line}</code>
          </pre>
        </div>
      )
    case 'table':
      return (
        <div className="tableWrapper">
          <table>
            <tbody>{inner}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr>{inner}</tr>
    case 'tableHeader':
      return <th>{inner}</th>
    case 'tableCell':
      return <td>{inner}</td>
    case 'horizontalRule':
      return <hr />
    case 'linkCard': {
      const { title, host } = readCard(attrs)
      return (
        <div className="story-card">
          <span className="story-card-title">{title}</span>
          <span className="story-card-host">{host}</span>
        </div>
      )
    }
    case 'imageRow':
      return <div data-block="imageRow">{inner}</div>
    case 'image':
    case 'attachment':
      return <EarlyFile kind={type} attrs={attrs} />
    default:
      return <p>{line}</p>
  }
}

function Heading({ level, children }: { readonly level: unknown; readonly children: ReactNode }) {
  if (level === 1) return <h1>{children}</h1>
  return level === 2 ? <h2>{children}</h2> : <h3>{children}</h3>
}

function isSection(type: string): type is Section {
  return (SECTIONS as readonly string[]).includes(type)
}

function isOpen(id: unknown): boolean {
  return typeof id === 'string' && keptOpen().has(id)
}
