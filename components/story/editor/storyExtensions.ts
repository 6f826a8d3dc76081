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
import { CodeColours } from './code/colours.ts'
import { ClauseWords } from './criteria/clauseWord.ts'
import { Emoji } from './emoji/emoji.ts'
import { Find } from './find/find.ts'
import { FileBlocks } from './files/fileBlocks.ts'
import { FirstPress } from './firstPress.ts'
import type { FileParts } from './files/parts.ts'
import { KeysAtCaret, LeaveByEscape, StoryKeys } from './keys.ts'
import { ListMarkers } from './lists/markers.ts'
import { Mentions } from './names/mentions.ts'
import { type MentionOptions, MentionViews } from './names/mentionViews.ts'
import { CopyMarkdown } from './paste/copying.ts'
import { type PasteNotice, Taking } from './paste/taking.ts'
import { OwnSelection } from './ownSelection.ts'
import { Pasting } from './pasting.ts'
import { Placeholders } from './placeholders.ts'
import { CardOffers } from './rich/cardOffer.ts'
import { Folds } from './rich/folds.ts'
import { FoldedGaps } from './rich/gap.ts'
import { RichKeys } from './rich/keys.ts'
import { RichViews } from './rich/views.ts'
import { SchemaMark } from './schemaMark.ts'
import { Slash, type SlashOptions } from './slash/slash.tsx'
import type { Store } from './store.ts'
import type { Chromes } from './structure/chrome.ts'
import { StructureKeys } from './structure/keys.ts'
import { Marks } from './structure/marks.ts'
import { PressBelow } from './structure/pressBelow.ts'
import { StructureViews } from './structure/views.ts'
import { ownEdits, UndoSteps } from './undo.ts'

/** What the editor's plugins share with the views around it. */
export interface StoryParts {
  readonly slash: SlashOptions
  readonly chromes: Chromes
  readonly asks: Asks
  /** What mentions are called, and where they lead. */
  readonly names: MentionOptions
  /** True while words are looked for. */
  readonly find: Store<boolean>
  /** What became of a paste. */
  readonly notice: Store<PasteNotice | null>
  readonly files: FileParts
  /** The id of whoever writes. */
  readonly me: string
}

/** Everything the editor in the browser is made of: the schema, and what people do together in it. */
export function storyExtensions(
  doc: Doc,
  awareness: Awareness,
  { slash, chromes, asks, names, find, notice, files, me }: StoryParts,
): Extensions {
  return [
    ...editorExtensions(),
    SchemaMark.configure({ document: doc }),
    Collaboration.configure({
      document: doc,
      field: BODY,
      yUndoOptions: { undoManager: ownEdits(doc) },
    }),
    UndoSteps,
    FirstPress,
    OwnSelection,
    PressBelow,
    Carets.configure({ awareness }),
    Placeholders,
    Selection.configure({ className: 'story-kept-selection' }),
    Slash.configure(slash),
    Mentions.configure({ menu: slash.menu, parts: names }),
    MentionViews.configure({ parts: names }),
    Emoji.configure({ menu: slash.menu }),
    StructureViews.configure({ chromes }),
    RichViews.configure({ chromes }),
    RichKeys,
    FoldedGaps,
    CardOffers,
    Folds,
    CodeColours,
    StructureKeys.configure({ me, asks }),
    ClauseWords,
    Marks,
    Find.configure({ open: find }),
    Taking.configure({ notice }),
    Pasting.configure({ me }),
    CopyMarkdown.configure({ names }),
    FileBlocks.configure({ parts: files }),
    ListMarkers,
    KeysAtCaret,
    StoryKeys,
    LeaveByEscape,
    WriteBelow,
  ]
}
