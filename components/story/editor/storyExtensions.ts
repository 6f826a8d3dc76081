import type { Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Selection } from '@tiptap/extensions/selection'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { editorExtensions } from '#lib/doc/extensions.ts'
import { BODY } from '#lib/doc/schema.ts'
import type { Asks } from './asks.ts'
import { WriteBelow } from './below.ts'
import { Carets } from './carets.ts'
import { ClauseWords } from './criteria/clauseWord.ts'
import { LeaveByEscape, StoryKeys } from './keys.ts'
import { Pasting } from './pasting.ts'
import { Placeholders } from './placeholders.ts'
import { SchemaMark } from './schemaMark.ts'
import { Slash, type SlashOptions } from './slash/slash.ts'
import type { Chromes } from './structure/chrome.ts'
import { StructureKeys } from './structure/keys.ts'
import { Marks } from './structure/marks.ts'
import { StructureViews } from './structure/views.ts'
import { ownEdits } from './undo.ts'

/** What the editor's plugins share with the views around it. */
export interface StoryParts {
  readonly slash: SlashOptions
  readonly chromes: Chromes
  readonly asks: Asks
  /** The id of whoever writes. */
  readonly me: string
}

/** Everything the editor in the browser is made of: the schema, and what people do together in it. */
export function storyExtensions(
  doc: Doc,
  awareness: Awareness,
  { slash, chromes, asks, me }: StoryParts,
): Extensions {
  return [
    ...editorExtensions(),
    SchemaMark.configure({ document: doc }),
    Collaboration.configure({
      document: doc,
      field: BODY,
      yUndoOptions: { undoManager: ownEdits(doc) },
    }),
    Carets.configure({ awareness }),
    Placeholders,
    Selection.configure({ className: 'story-kept-selection' }),
    Slash.configure(slash),
    StructureViews.configure({ chromes }),
    StructureKeys.configure({ me, asks }),
    ClauseWords,
    Marks,
    Pasting,
    StoryKeys,
    LeaveByEscape,
    WriteBelow,
  ]
}
