import type { Doc } from 'yjs'
import { classes } from '#components/ui/classes.ts'
import { readContent } from '#lib/doc/content.ts'
import { EarlyBlocks } from './EarlyBlocks.tsx'
import '../editor/editor.css'
import '../editor/files/files.css'
import '../editor/rich/rich.css'
import '../editor/structure/structure.css'

/**
 * A story to read while the editor is fetched. It looks as the editor will, in the editor's own classes, so that nothing moves
 * when that takes its place; nothing in it can be pressed.
 */
export default function EarlyStory({
  doc,
  compact,
  readOnly,
}: {
  readonly doc: Doc
  readonly compact: boolean
  readonly readOnly: boolean
}) {
  return (
    <div className={classes('story-editor relative', compact && 'is-compact')}>
      <div className="story-text">
        <EarlyBlocks content={readContent(doc)} />
      </div>
      {/* The room of the buttons behind the text, and of the line at its foot. */}
      {readOnly ? null : <div className="my-3 h-control-small" />}
      <div className="story-rest" />
      <div className="mt-2 border-t pt-1.5">
        <div className="h-control-small" />
      </div>
    </div>
  )
}
