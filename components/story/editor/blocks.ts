import type { ChainedCommands, Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { textsOf } from '#components/language/loaded.ts'
import type { Section } from '#lib/doc/sectionNames.ts'
import { toCallout, toDetails } from './rich/turn.ts'

/** Of a transaction that opens the emoji before anything is typed. */
export const OPEN_EMOJI = 'openEmoji'

export type BlockId =
  | 'text'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'bulletList'
  | 'orderedList'
  | 'taskList'
  | 'blockquote'
  | 'codeBlock'
  | 'table'
  | 'divider'
  | 'link'
  | 'callout'
  | 'details'
  | 'mention'
  | 'emoji'
  | 'template'
  | 'image'
  | 'file'
  | StructureBlockId

/** What belongs to a section of the story, wherever it is asked for. */
export type StructureBlockId = Section | 'noDesign' | 'clauses'

/** What the slash menu and the bars offer to put into a story. */
export interface Block {
  readonly id: BlockId
  readonly title: string
  /** The Markdown that does the same while typing. */
  readonly typed?: string | undefined
  /** More words to find it by. */
  readonly words: string
  /** What it stands under while nothing is typed. */
  readonly group: string
}

type Group = 'story' | 'text' | 'lists' | 'files' | 'layout' | 'line' | 'prepared'

/** A block with its English title, by which it is found in every language. */
interface Known extends Omit<Block, 'group'> {
  readonly group: Group
}

/** Where a block would go: in a table, in a line of a criterion or a question, or anywhere else. */
export interface BlockPlace {
  readonly inTable?: boolean
  readonly inLineOf?: 'criterion' | 'question' | null
}

const KNOWN: readonly Known[] = [
  ...inGroup('story', [
    { id: 'clauses', title: 'Given / When / Then', typed: 'Given', words: 'gherkin bdd scenario' },
    { id: 'customerValue', title: 'Customer value', words: 'why who need benefit' },
    { id: 'criteria', title: 'Acceptance criteria', words: 'ac criterion rule done' },
    { id: 'questions', title: 'Open question', words: 'questions unclear ask blocking' },
    { id: 'design', title: 'Design', words: 'mockup figma sketch' },
    { id: 'noDesign', title: 'No design needed', words: 'design without not' },
  ]),
  ...inGroup('text', [
    { id: 'text', title: 'Text', words: 'paragraph plain' },
    { id: 'heading1', title: 'Heading 1', typed: '#', words: 'h1 title large' },
    { id: 'heading2', title: 'Heading 2', typed: '##', words: 'h2 section' },
    { id: 'heading3', title: 'Heading 3', typed: '###', words: 'h3 small' },
    { id: 'blockquote', title: 'Quote', typed: '>', words: 'blockquote citation' },
    { id: 'codeBlock', title: 'Code', typed: '```', words: 'codeblock pre monospace snippet' },
  ]),
  ...inGroup('lists', [
    { id: 'bulletList', title: 'Bullet list', typed: '-', words: 'unordered ul points' },
    { id: 'orderedList', title: 'Numbered list', typed: '1.', words: 'ordered ol steps' },
    { id: 'taskList', title: 'Task list', typed: '[ ]', words: 'todo checkbox checklist' },
  ]),
  ...inGroup('files', [
    { id: 'image', title: 'Image', words: 'picture photo screenshot upload' },
    { id: 'file', title: 'File', words: 'attachment upload document pdf' },
  ]),
  ...inGroup('layout', [
    { id: 'table', title: 'Table', words: 'grid columns rows' },
    { id: 'callout', title: 'Callout', words: 'note tip warning danger decision info box' },
    {
      id: 'details',
      title: 'Folding section',
      typed: '+++',
      words: 'details collapsible toggle hide',
    },
    { id: 'divider', title: 'Divider', typed: '---', words: 'line rule hr separator' },
  ]),
  ...inGroup('line', [
    { id: 'link', title: 'Link', words: 'url address href' },
    { id: 'mention', title: 'Mention', typed: '@', words: 'person people team story criterion' },
    { id: 'emoji', title: 'Emoji', typed: ':', words: 'smiley icon' },
  ]),
  ...inGroup('prepared', [{ id: 'template', title: 'Template', words: 'insert prepared text' }]),
]

function inGroup(group: Group, blocks: readonly Omit<Known, 'group'>[]): readonly Known[] {
  return blocks.map((block) => ({ ...block, group }))
}

/** Gives every block as the page's language calls it. */
export function allBlocks(): readonly Block[] {
  const t = textsOf('story')
  return KNOWN.map(({ id, title, typed, words, group }) => ({
    id,
    typed,
    title: t(`blocks.${id}`),
    words: `${words} ${title}`,
    group: t(`blockGroups.${group}`),
  }))
}

/**
 * Gives the blocks whose title or words begin with what was typed, those by title first. Spaces are not needed:
 * "heading2" finds "Heading 2". What cannot be where the caret is, is not offered.
 */
export function matchBlocks(query: string, place: BlockPlace = {}): readonly Block[] {
  const typed = squash(query)
  const offered = allBlocks().filter(({ id }) => fits(id, place))
  const byTitle = offered.filter(({ title }) => startsAnywhere(title, typed))
  const byWords = offered.filter(
    (block) => !byTitle.includes(block) && startsAnywhere(block.words, typed),
  )
  return [...byTitle, ...byWords]
}

/** A line of a criterion or a question holds words and links; the sections are somewhere else anyway. */
function fits(id: BlockId, { inTable = false, inLineOf = null }: BlockPlace): boolean {
  if (id === 'clauses') return inLineOf === 'criterion'
  if (isStructure(id)) return true
  if (INLINE.has(id)) return true
  if (inLineOf !== null) return false
  return !inTable || (id !== 'table' && id !== 'template')
}

/** What is put into a line of words. */
const INLINE: ReadonlySet<BlockId> = new Set(['link', 'mention', 'emoji'])

/** True for what goes to a section of the story instead of the place of the caret. */
export function isStructure(id: BlockId): id is StructureBlockId {
  return STRUCTURE.has(id)
}

const STRUCTURE: ReadonlySet<string> = new Set<StructureBlockId>([
  'customerValue',
  'criteria',
  'questions',
  'design',
  'noDesign',
  'clauses',
])

function startsAnywhere(text: string, typed: string): boolean {
  return (
    squash(text).startsWith(typed) || text.split(' ').some((word) => squash(word).startsWith(typed))
  )
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, '')
}

/** Turns the block at the caret into another, or puts a new one there. `link` and `template` are the caller's: they ask first. */
export function applyBlock(
  editor: Editor,
  chain: ChainedCommands,
  id: Exclude<BlockId, 'link' | 'template' | StructureBlockId>,
): boolean {
  switch (id) {
    case 'text':
      return chain.clearNodes().run()
    case 'heading1':
      return chain.setHeading({ level: 1 }).run()
    case 'heading2':
      return chain.setHeading({ level: 2 }).run()
    case 'heading3':
      return chain.setHeading({ level: 3 }).run()
    case 'bulletList':
      return chain.toggleBulletList().run()
    case 'orderedList':
      return chain.toggleOrderedList().run()
    case 'taskList':
      return chain.toggleTaskList().run()
    case 'blockquote':
      return chain.toggleBlockquote().run()
    case 'codeBlock':
      return chain.toggleCodeBlock().run()
    case 'callout':
      return chain.command(byTransaction(toCallout)).run()
    case 'details':
      return chain.command(byTransaction(toDetails)).run()
    case 'mention':
      return chain.insertContent('@').run()
    case 'emoji':
      return chain.setMeta(OPEN_EMOJI, true).insertContent(':').run()
    case 'image':
      return chain.chooseFiles('picture').run()
    case 'file':
      return chain.chooseFiles('any').run()
    case 'divider':
      return chain.setHorizontalRule().run()
    case 'table':
      return chain
        .insertTable({ rows: 3, cols: 3, withHeaderRow: true })
        .command(({ tr, dispatch }) => {
          // Somewhere to go on writing, put there by whoever made the table and by nobody else.
          const { paragraph } = editor.schema.nodes
          if (dispatch && paragraph && tr.doc.lastChild?.type.name === 'table') {
            tr.insert(tr.doc.content.size, paragraph.create())
          }
          return true
        })
        .run()
    default:
      return id satisfies never
  }
}

/** A change of a transaction as a link of a chain. */
function byTransaction(change: (tr: Transaction) => boolean) {
  return ({ tr, dispatch }: { tr: Transaction; dispatch?: unknown }) =>
    dispatch === undefined || change(tr)
}
