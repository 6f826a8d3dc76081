import type { ChainedCommands, Editor } from '@tiptap/core'

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

/** What the slash menu and the bars offer to put into a story. */
export interface Block {
  readonly id: BlockId
  readonly title: string
  /** The Markdown that does the same while typing. */
  readonly typed?: string
  /** More words to find it by. */
  readonly words: string
}

export const BLOCKS: readonly Block[] = [
  { id: 'text', title: 'Text', words: 'paragraph plain' },
  { id: 'heading1', title: 'Heading 1', typed: '#', words: 'h1 title large' },
  { id: 'heading2', title: 'Heading 2', typed: '##', words: 'h2 section' },
  { id: 'heading3', title: 'Heading 3', typed: '###', words: 'h3 small' },
  { id: 'bulletList', title: 'Bullet list', typed: '-', words: 'unordered ul points' },
  { id: 'orderedList', title: 'Numbered list', typed: '1.', words: 'ordered ol steps' },
  {
    id: 'taskList',
    title: 'Task list',
    typed: '[ ]',
    words: 'todo checkbox checklist acceptance criteria',
  },
  { id: 'blockquote', title: 'Quote', typed: '>', words: 'blockquote citation' },
  { id: 'codeBlock', title: 'Code', typed: '```', words: 'codeblock pre monospace snippet' },
  { id: 'table', title: 'Table', words: 'grid columns rows' },
  { id: 'divider', title: 'Divider', typed: '---', words: 'line rule hr separator' },
  { id: 'link', title: 'Link', words: 'url address href mockup design' },
]

/**
 * Gives the blocks whose title or words begin with what was typed, those by title first. Spaces are not needed:
 * "heading2" finds "Heading 2". Inside a table no second table is offered.
 */
export function matchBlocks(query: string, { inTable = false } = {}): readonly Block[] {
  const typed = squash(query)
  const offered = BLOCKS.filter(({ id }) => !(inTable && id === 'table'))
  const byTitle = offered.filter(({ title }) => startsAnywhere(title, typed))
  const byWords = offered.filter(
    (block) => !byTitle.includes(block) && startsAnywhere(block.words, typed),
  )
  return [...byTitle, ...byWords]
}

function startsAnywhere(text: string, typed: string): boolean {
  return (
    squash(text).startsWith(typed) || text.split(' ').some((word) => squash(word).startsWith(typed))
  )
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, '')
}

/** Turns the block at the caret into another, or puts a new one there. `link` is the caller's: it asks for an address first. */
export function applyBlock(
  editor: Editor,
  chain: ChainedCommands,
  id: Exclude<BlockId, 'link'>,
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
