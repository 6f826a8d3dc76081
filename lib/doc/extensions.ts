import { type Extensions, getSchema } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Italic } from '@tiptap/extension-italic'
import { ListKeymap, TaskList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import type { Schema } from '@tiptap/pm/model'
import { Callout } from './callout.ts'
import { StoryCode } from './code.ts'
import { Clause, Criteria, Criterion } from './criteria.ts'
import { Details, Summary } from './details.ts'
import { ImageRow, StoryAttachment, StoryImage } from './files.ts'
import { StoryLink } from './link.ts'
import { LinkCard } from './linkCard.ts'
import { storyLists } from './lists.ts'
import { Mention } from './mention.ts'
import { Answer, Question, Questions } from './questions.ts'
import { CustomerValue, Design, StoryBody } from './sections.ts'
import { StableIds } from './stableIds.ts'
import { storyTables } from './table.ts'
import { StoryTask } from './task.ts'

/**
 * The nodes and marks a story may hold, for browser and server alike. Whoever adds one, or an attribute, raises
 * SCHEMA_VERSION: an older editor deletes what it does not know.
 *
 * One by one, and not as a kit: a kit brings what is not used to every browser. A history is not here (undo belongs to
 * collaboration, which takes back only one's own edits), nor what writes a line behind the last block (every open editor
 * would, when someone's edit ends in a table).
 */
export function editorExtensions(): Extensions {
  return [
    StoryBody,
    Paragraph,
    Text,
    Heading.configure({ levels: [1, 2, 3] }),
    Blockquote,
    HorizontalRule,
    HardBreak,
    ...storyLists,
    ListKeymap,
    StoryCode,
    TaskList.extend({ content: 'taskItem*' }),
    StoryTask,
    ...storyTables,
    StoryImage,
    ImageRow,
    StoryAttachment,
    CustomerValue,
    Criteria,
    Criterion,
    Clause,
    Questions,
    Question,
    Answer,
    Design,
    Callout,
    Details,
    Summary,
    LinkCard,
    Mention,
    Bold,
    Code,
    Italic,
    Strike,
    Underline,
    StoryLink,
    Dropcursor.configure({ class: 'story-dropcursor', color: false, width: 2 }),
    Gapcursor,
    StableIds,
  ]
}

/** Gives the schema that `editorExtensions` describe. Made once: it takes milliseconds. */
export function storySchema(): Schema {
  schema ??= getSchema(editorExtensions())
  return schema
}

let schema: Schema | undefined
